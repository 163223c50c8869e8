UNWIND $rows AS row
MATCH (source) WHERE elementId(source) = row.from
MATCH (target) WHERE elementId(target) = row.to
CREATE (source)-[plain:$(row.type)]->(target)
SET plain = row.properties
