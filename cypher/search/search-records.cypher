CALL db.index.fulltext.queryNodes('record_text', $query) YIELD node, score
WITH node, score
WHERE node.ecosystem = $ecosystem AND node.recordKind IN $kinds
WITH node, score LIMIT toInteger($first)
RETURN node.recordKind AS kind, node.identity AS key, score
ORDER BY score DESC, key
