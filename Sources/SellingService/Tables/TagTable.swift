import SellingShapes
import Store

/// The tags of taggable resources, by the resource's ARN.
enum TagTable {
    private static let insertRow: Statement =
        "INSERT INTO tag (account, resource_arn, tag_key, tag_value) VALUES ($1, $2, $3, $4)"

    static func insert(in transaction: some SQLWriting, account: String, arn: String, _ tags: [Tag]) throws {
        for tag in tags {
            try transaction.run(insertRow, [.text(account), .text(arn), .text(tag.key), .text(tag.value)])
        }
    }
}
