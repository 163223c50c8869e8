MATCH (r:Aside {ecosystem: $ecosystem})
SET r:Record
REMOVE r:Aside
RETURN count(r) AS published
