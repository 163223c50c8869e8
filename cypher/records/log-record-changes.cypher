UNWIND $rows AS row
CREATE (:RecordChange {ecosystem: $ecosystem, revision: $revision, kind: row.kind, key: row.key, before: row.before, after: row.after})
