UNWIND $rows AS row
CREATE (c:RecordChange {ecosystem: $ecosystem, revision: $revision})
SET c += row
