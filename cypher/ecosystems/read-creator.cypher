MATCH (c:Change {ecosystem: $ecosystem, revision: 1})
RETURN c.who AS who, c.person AS person
