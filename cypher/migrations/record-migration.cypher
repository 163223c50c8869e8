MERGE (m:Migration {name: $name}) ON CREATE SET m.at = $at
