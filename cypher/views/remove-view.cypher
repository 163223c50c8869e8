MATCH (v:View {ecosystem: $ecosystem, key: $key})
DELETE v
