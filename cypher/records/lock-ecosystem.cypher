MERGE (e:Ecosystem {key: $key})
ON CREATE SET e.revision = 0
SET e.locked = true
REMOVE e.locked
RETURN e.revision AS revision, e.deletedAt AS deletedAt
