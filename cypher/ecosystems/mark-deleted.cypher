MATCH (e:Ecosystem {key: $key})
SET e.deletedAt = $deletedAt, e.deletedBy = $deletedBy
