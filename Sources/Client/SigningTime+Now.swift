import SigV4

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension SigningTime {
    /// The machine's clock.
    static var now: SigningTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return SigningTime(secondsSinceEpoch: Int(time.tv_sec))
    }
}
