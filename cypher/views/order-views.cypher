UNWIND $rows AS row
MATCH (v:View {ecosystem: $ecosystem, key: row.key})
SET v.position = row.position
