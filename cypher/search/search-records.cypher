CALL db.index.fulltext.queryNodes('record_text', $query) YIELD node, score
WHERE node.ecosystem = $ecosystem
RETURN node.recordKind AS kind, node.identity AS key, score
ORDER BY score DESC, key
LIMIT toInteger($first)
