UNWIND $rows AS row
CREATE (r:$(row.labels))
SET r = row.properties
RETURN elementId(r) AS id
