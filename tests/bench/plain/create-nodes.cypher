UNWIND $rows AS row
CREATE (r:Record)
SET r = row.properties
SET r:$(row.labels)
