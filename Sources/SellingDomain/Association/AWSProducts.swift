import SmithyTypes

/// The identifiers of the AWS products that an opportunity can be associated with.
///
/// A fact of August 2026 from the product list that AWS publishes for partner CRM integrations.
public enum AWSProducts {
    /// All 522, as a set to look one up in.
    public static let identifiers = Set(list.split(whereSeparator: \.isWhitespace).map(String.init))

    /// One text and not 522 literals: it compiles in no time and is read once.
    private static let list = """
        AWSAIFactories AWSAgentRegistry AWSAmplify AWSApp2Container AWSAppFabric AWSAppMesh AWSAppRunner
        AWSAppStudio AWSAppSync AWSApplicationCostProfiler AWSApplicationMigrationServiceMGN AWSAssurance
        AWSAuditManager AWSB2BDataInterchange AWSBackup AWSBatch AWSBillingConductor AWSBugBust AWSBusinessSupport
        AWSCertificateManager AWSChatbot AWSCleanRooms AWSCleanRoomsDifferentialPrivacy AWSCleanRoomsML AWSClientVPN
        AWSCloud9 AWSCloudControlAPI AWSCloudDevelopmentKitCDK AWSCloudFormation AWSCloudHSM AWSCloudMap
        AWSCloudShell AWSCloudTrail AWSCloudWAN AWSCodeArtifact AWSCodeBuild AWSCodeCommit AWSCodeDeploy
        AWSCodePipeline AWSCodeStar AWSConfig AWSConsoleMobileApplication AWSContext AWSControlTower
        AWSCountdownPremium AWSDataExchange AWSDataSync AWSDataTransferTerminal AWSDatabaseMigrationService
        AWSDeadlineCloud AWSDedicatedLocalZones AWSDeepComposer AWSDeepLearningAMIs AWSDeepLearningContainers
        AWSDeepLens AWSDeepRacer AWSDevOpsAgent AWSDeviceFarm AWSDiode AWSDirectConnect AWSDirectoryService
        AWSDistroforOpenTelemetryADOT AWSElasticBeanstalk AWSElasticDisasterRecovery AWSElementalInference
        AWSElementalMediaConnect AWSElementalMediaConvert AWSElementalMediaLive AWSElementalMediaLiveAnywhere
        AWSElementalMediaPackage AWSElementalMediaStore AWSElementalMediaTailor AWSEndUserMessaging
        AWSEndUserMessagingSocial AWSEndofSupportMigrationProgramEMP AWSEnterpriseSupport
        AWSEnterpriseSupportPublicPricing AWSEntityResolution AWSFaultInjectionServiceFIS AWSFirewallManager
        AWSGameKit AWSGlobalAccelerator AWSGlue AWSGlueDataBrew AWSGroundStation AWSHealthImaging AWSHealthScribe
        AWSIAMAccessAnalyzer AWSIncidentDetectionandResponse AWSInfrastructureEventManagement AWSIoTCore
        AWSIoTCoreforLoRaWAN AWSIoTDeviceDefender AWSIoTDeviceManagement AWSIoTFleetWise AWSIoTGreengrass
        AWSIoTGreengrassnucleuslite AWSIoTSiteWise AWSIoTSiteWiseScenarioDiscovery AWSIoTTwinMaker
        AWSKeyManagementServiceKMS AWSLakeFormation AWSLambda AWSLambdaManagedInstances AWSLicenseManager
        AWSLocalZones AWSMainframeModernizationBluAge AWSMainframeModernizationFileTransferBMC
        AWSMainframeModernizationMicroFocus AWSMainframeModernizationPreciselyforIBMi
        AWSMainframeModernizationPreciselyforIBMzOS AWSMainframeModernizationReplatformNTTDATAUniKix
        AWSMainframeModernizationSPARCStromasys AWSManagedServicesAccelerate AWSManagedServicesAdvanced
        AWSManagedServicesOperationsonDemandOOD AWSMarketplaceAMI AWSMarketplaceEC2
        AWSMarketplaceProfessionalServices AWSMarketplaceSaas AWSMigrationHub AWSMigrationHubRefactorSpaces
        AWSMigrationHubStrategyRecommendations AWSMissionNetworkingDedicatedCircuit AWSMissionNetworkingIPTunnel
        AWSModularDataCenter AWSNetworkFirewall AWSNeuron AWSOpsHub AWSOpsWorks AWSOutposts AWSOutpostsServers
        AWSParallelCluster AWSParallelComputingService AWSPartnerDeviceCatalog AWSPartnerLedSupport
        AWSPaymentCryptography AWSPrivateCA AWSPrivateLink AWSProgramManagementOffice AWSRTBFabric AWSResilienceHub
        AWSRoboMaker AWSSDKsandTools AWSSecretsManager AWSSecurityAgent AWSSecurityHub AWSSecurityIncidentResponse
        AWSServerlessApplicationRepository AWSServiceCatalog AWSShield AWSShieldnetworksecuritydirector
        AWSSimSpaceWeaver AWSSingleSignOn AWSSiteLink AWSSitetoSiteVPN AWSSnowmobile AWSStepFunctions
        AWSStorageGatewayS3FileGateway AWSStorageGatewayTapeGateway AWSStorageGatewayVolumeGateway AWSSupplyChain
        AWSSupplyChainDemandPlanning AWSSupplyChainInsights AWSSupplyChainNtierVisibility
        AWSSupplyChainSupplyPlanning AWSSupplyChainSustainability AWSSystemsManager AWSSystemsManagerFleetManager
        AWSSystemsManagerIncidentManager AWSTransferFamilySFTPFTPSFTP AWSTransformCustom
        AWSTransformcontinuousmodernization AWSTransformforNET AWSTransformforSQL AWSTransformforVMware
        AWSTransformformainframe AWSTransitGateway AWSUnifiedOperations AWSVerifiedAccess
        AWSWAFWebApplicationFirewall AWSWavelength AWSWellArchitectedTool AWSXRay AWSrePostPrivate AgentCore
        AgentCoreBrowser AgentCoreCodeInterpreter AgentCoreEvaluations AgentCoreGateway AgentCoreIdentity
        AgentCoreMemory AgentCoreObservability AgentCorePolicy AgentCoreRuntime AgentCoreWebSearch AgentCorepayments
        AgentToolkitforAWS AlexaforBusiness AmazonAPIGateway AmazonAppFlow AmazonAppStream20 AmazonAthena
        AmazonAugmentedAIA2I AmazonAuroraDSQL AmazonBedrock AmazonBedrockAI21LabsModels AmazonBedrockAmazonModels
        AmazonBedrockAnthropicClaudeCode AmazonBedrockAnthropicModels AmazonBedrockCohereModels
        AmazonBedrockDataAutomationAudio AmazonBedrockDataAutomationDocuments AmazonBedrockDataAutomationImages
        AmazonBedrockDataAutomationVideo AmazonBedrockDeepSeekModels AmazonBedrockGoogleModels
        AmazonBedrockGrokModels AmazonBedrockGuardrails AmazonBedrockKnowledgeBases AmazonBedrockLumaAIModels
        AmazonBedrockManagedAgentsOpenAI AmazonBedrockManagedKnowledgeBase AmazonBedrockMetaModels
        AmazonBedrockMiniMaxAIModels AmazonBedrockMistralAIModels AmazonBedrockMoonshotAIModels
        AmazonBedrockNVIDIAModels AmazonBedrockOpenAIChatGPTCodexandWork AmazonBedrockOpenAIModels
        AmazonBedrockQwenModels AmazonBedrockStabilityAIModels AmazonBedrockTwelveLabsModels
        AmazonBedrockUndisclosedModelProvider AmazonBedrockWriterModels AmazonBedrockZAIModels
        AmazonBedrockpoolsideModels AmazonBioDiscovery AmazonBraket AmazonChimeSDK AmazonChimeVoiceConnector
        AmazonCloudFront AmazonCloudSearch AmazonCloudWatch AmazonCloudWatchApplicationInsights
        AmazonCloudWatchEvidently AmazonCloudWatchRUM AmazonCloudWatchSynthetics AmazonCodeCatalyst
        AmazonCodeGuruProfiler AmazonCodeGuruSecurity AmazonCognito AmazonComprehend AmazonComprehendMedical
        AmazonConnectAIAgents AmazonConnectAppleMessagesforBusiness AmazonConnectCases AmazonConnectChat
        AmazonConnectContactLensforexternalvoice AmazonConnectCustomerProfiles AmazonConnectDecisions
        AmazonConnectEmail AmazonConnectExternalVoiceTransfers AmazonConnectForecastPlanSchedule
        AmazonConnectGlobalResiliency AmazonConnectGuides AmazonConnectHealthPatientEngagement
        AmazonConnectHealthPointofCare AmazonConnectHighVolumeOutboundCommunications AmazonConnectIVR
        AmazonConnectInappandwebcalling AmazonConnectOutboundCampaigns AmazonConnectPerformanceEvaluation
        AmazonConnectSMS AmazonConnectScreenRecording AmazonConnectTalent AmazonConnectTasks AmazonConnectTelephony
        AmazonConnectUnlimitedAIChat AmazonConnectUnlimitedAIEmail AmazonConnectUnlimitedAIMessaging
        AmazonConnectUnlimitedAIVoice AmazonConnectVideocalling AmazonConnectVoice
        AmazonConnectforWhatsAppBusinessMessaging AmazonDataFirehose AmazonDataZone
        AmazonDatabaseMigrationAccelerator AmazonDetective AmazonDevOpsGuru AmazonDocumentDB AmazonDynamoDB
        AmazonEC2AutoScaling AmazonEC2C5n AmazonEC2DL1 AmazonEC2F1 AmazonEC2F2 AmazonEC2G4 AmazonEC2G5 AmazonEC2G6
        AmazonEC2G6e AmazonEC2G7e AmazonEC2Graviton AmazonEC2HPC6a AmazonEC2HPC6id AmazonEC2HPC7a AmazonEC2HPC7g
        AmazonEC2HPC8a AmazonEC2Inf1 AmazonEC2Inf2 AmazonEC2Linux AmazonEC2Mac AmazonEC2P3dn AmazonEC2P4d
        AmazonEC2P4de AmazonEC2P5 AmazonEC2P5e AmazonEC2P5en AmazonEC2P6B200 AmazonEC2P6B300 AmazonEC2P6eGB200
        AmazonEC2P6eGB300 AmazonEC2RHEL AmazonEC2Spot AmazonEC2Trn1 AmazonEC2Trn2 AmazonEC2Trn3 AmazonEC2VT1
        AmazonEC2Windows AmazonEC2WindowsBYOL AmazonECSAnywhere AmazonECSManagedInstances AmazonECSonAWSFargate
        AmazonEKSAnywhere AmazonEKSAutoMode AmazonEKSHybridNodes AmazonEKSonAWSFargate AmazonEKSonOutpost
        AmazonEVSWindowsServerLicensing AmazonElastiCache AmazonElasticBlockStoreEBS
        AmazonElasticContainerRegistryECR AmazonElasticContainerServiceECS AmazonElasticFileSystemEFS
        AmazonElasticInference AmazonElasticKubernetesServiceEKS AmazonElasticMapReduceEMR AmazonElasticTranscoder
        AmazonElasticVMwareServiceAmazonEVS AmazonEventBridge AmazonFSxforLustre AmazonFSxforNetAppONTAP
        AmazonFSxforOpenZFS AmazonFSxforWindowsFileServer AmazonFileCache AmazonFinSpace AmazonForecast
        AmazonFraudDetector AmazonGameLiftServers AmazonGameLiftServersFleetIQ AmazonGameLiftServersFlexMatch
        AmazonGameLiftStreams AmazonGameSparks AmazonGuardDuty AmazonHealthLake AmazonHoneycode AmazonIVSChat
        AmazonInspector AmazonInteractiveVideoService AmazonKendra AmazonKeyspaces AmazonKinesisDataStreamsKDS
        AmazonKinesisVideoStreams AmazonLex AmazonLexwithAmazonConnect AmazonLibra AmazonLightsail
        AmazonLocationService AmazonLookoutforEquipment AmazonLookoutforMetrics AmazonLookoutforVision
        AmazonLumberyard AmazonMQforActiveMQ AmazonMQforRabbitMQ AmazonMacie AmazonManagedBlockchain
        AmazonManagedGrafana AmazonManagedServiceforApacheFlink AmazonManagedServiceforPrometheus
        AmazonManagedStreamingforApacheKafkaMSK AmazonManagedWorkflowsforApacheAirflowMWAA AmazonMechanicalTurkMTurk
        AmazonMemoryDB AmazonMonitron AmazonNeptune AmazonNimbleStudio AmazonNovaAct AmazonNovaForge AmazonOmics
        AmazonOne AmazonOpenSearchforSearchvectors AmazonOpenSearchforlogsAnalytics AmazonPersonalize AmazonPolly
        AmazonQBusiness AmazonQuantumLedgerDatabaseQLDB AmazonQuick AmazonQuickSight
        AmazonQuickSightPaginatedReports AmazonQuickSightQ AmazonRDSAuroraforMySQL AmazonRDSAuroraforPostgreSQL
        AmazonRDSCustomforSQLServer AmazonRDSProxy AmazonRDSforDb2 AmazonRDSforMariaDB AmazonRDSforMySQL
        AmazonRDSforOracle AmazonRDSforPostgreSQL AmazonRDSforSQLServer AmazonRDSonOutposts AmazonRedshift
        AmazonRekognitionCustomLabels AmazonRekognitionFaceLiveness AmazonRekognitionImage AmazonRekognitionVideo
        AmazonRoute53 AmazonRoute53ApplicationRecoveryController AmazonS3 AmazonS3Glacier
        AmazonS3GlacierInstantRetrieval AmazonS3Tables AmazonS3Vectors AmazonSQS AmazonSageMaker
        AmazonSageMakerAutopilot AmazonSageMakerCanvas AmazonSageMakerCatalog AmazonSageMakerDataWrangler
        AmazonSageMakerEdgeManager AmazonSageMakerFeatureStore AmazonSageMakerGroundTruth AmazonSageMakerHyperPod
        AmazonSageMakerInference AmazonSageMakerJumpStart AmazonSageMakerLakehouse AmazonSageMakerManagedMLFLow
        AmazonSageMakerNotebookInstances AmazonSageMakerProcessing AmazonSageMakerServerlessModelCustomization
        AmazonSageMakerStudio AmazonSageMakerTraining AmazonSageMakerUnifiedStudio AmazonSagemakerNovaCustomization
        AmazonSecurityLake AmazonSimpleEmailServiceSES AmazonSimpleNotificationServiceSNSA2A
        AmazonSimpleNotificationServiceSNSA2P AmazonSumerian AmazonTextract AmazonTranscribe AmazonTranscribeMedical
        AmazonVPCLattice AmazonVerifiedPermissions AmazonVirtualPrivateCloudVPC AmazonWorkDocs AmazonWorkLink
        AmazonWorkMail AmazonWorkSpacesApplicationManagerWAM AmazonWorkSpacesCore
        AmazonWorkSpacesCoreManagedInstances AmazonWorkSpacesPools AmazonWorkSpacesSecureBrowser
        AmazonWorkSpacesThinClient AmazonWorkSpacesforagents AmazonWorkspaces
        AmplifyAdminUIimportexistingCognitoUserPoolandIdentityPools ApacheMXNetonAWS BabelfishforAuroraPostgreSQL
        ClaudeEnterpriseinAWSMarketplace ClaudePlatformonAWS CloudEndureDisasterRecovery CloudEndureMigration
        CloudTrailLake CloudWatchOmni CloudWatchOmniforAgents ContactLensforAmazonConnect CrossRegionDataTransfer
        ElasticFabricAdapterEFA ElasticLoadBalancingELB FreeRTOSIoT GatewayLoadBalancer GitLabDuowithAmazonQ Kiro
        MigrationEvaluatorTSOLogic NICEDCV OracleDatabaseAWS OracleonAWSGeneral PortingAssistantforNET
        RedHatOpenShiftServiceonAWSROSA ResearchandEngineeringStudioRES Route53ResolverDNSFirewall S3ExpressOneZone
        S3Files S3GlacierDeepArchive S3IntelligentTiering SAPonAWSBDC SAPonAWSBTP SAPonAWSGROW SAPonAWSGeneral
        SAPonAWSLOB SecurityHubExtended SnowballDataTransfer SnowballEdgeCompute SnowballwithTapeGateway
        SnowconeDataTransfer SnowconeEdgeCompute TimestreamforInfluxDB VMWareManagedCloudonAWS VMwareCloudonAWS
        VMwareCloudonAWSOutposts Wickr
        """
}

extension AWSProducts {
    /// The identifier that a mistaken one probably meant; nil where none is near.
    ///
    /// Near is: equal but for capitals and punctuation, or with the company's name before or missing.
    static func nearest(to identifier: String) -> String? {
        let wanted = folded(identifier)
        guard wanted.count >= 2 else { return nil }
        let candidates = identifiers.map { (name: $0, folded: folded($0)) }.sorted { $0.name < $1.name }
        if let same = candidates.first(where: { $0.folded == wanted }) { return same.name }
        let containing = candidates.filter { $0.folded.contains(wanted) }
        return containing.min { $0.folded.count < $1.folded.count }?.name
            ?? SmithyTypes.nearest(to: identifier, in: candidates.map(\.name))
    }

    /// Small letters and digits, without the makers' names that the list puts before most products.
    private static func folded(_ text: String) -> String {
        var folded = text.lowercased().filter { $0.isLetter || $0.isNumber }
        for maker in ["amazon", "aws"] where folded.hasPrefix(maker) && folded.count > maker.count {
            folded.removeFirst(maker.count)
        }
        return folded
    }
}
