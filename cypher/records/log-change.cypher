MATCH (e:Ecosystem {key: $key})
SET e += $head, e.revision = $revision
CREATE (c:Change {ecosystem: $key, revision: $revision})
SET c += $change
