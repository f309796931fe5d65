import SellingShapes
import Store

/// The tags of taggable resources, by the resource's ARN.
enum TagTable {
    private static let selectRows: Statement =
        "SELECT tag_key, tag_value FROM tag WHERE account = $1 AND resource_arn = $2 ORDER BY tag_key"
    private static let upsertRow: Statement = """
        INSERT INTO tag (account, resource_arn, tag_key, tag_value) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account, resource_arn, tag_key) DO UPDATE SET tag_value = excluded.tag_value
        """
    private static let deleteRow: Statement =
        "DELETE FROM tag WHERE account = $1 AND resource_arn = $2 AND tag_key = $3"
    private static let deleteRows: Statement = "DELETE FROM tag WHERE account = $1 AND resource_arn = $2"

    static func all(in transaction: some SQLReading, account: String, arn: String) throws -> [Tag] {
        try transaction.all(selectRows, [.text(account), .text(arn)]) { row in
            Tag(key: row.text(0), value: row.text(1))
        }
    }

    static func put(in transaction: some SQLWriting, account: String, arn: String, _ tags: [Tag]) throws {
        for tag in tags {
            try transaction.run(upsertRow, [.text(account), .text(arn), .text(tag.key), .text(tag.value)])
        }
    }

    static func remove(in transaction: some SQLWriting, account: String, arn: String, keys: [String]) throws {
        for key in keys {
            try transaction.run(deleteRow, [.text(account), .text(arn), .text(key)])
        }
    }

    /// Removes the tags of a resource that is gone.
    static func removeAll(in transaction: some SQLWriting, account: String, arn: String) throws {
        try transaction.run(deleteRows, [.text(account), .text(arn)])
    }
}
