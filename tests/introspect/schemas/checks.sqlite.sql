-- Conditions as SQLite takes them.
CREATE TABLE item (
    id INTEGER PRIMARY KEY CHECK (typeof(id) = 'integer'),
    code TEXT NOT NULL CONSTRAINT code_format CHECK (code GLOB '[A-Z][A-Z]-[0-9]*' AND code NOT GLOB '*[^A-Z0-9-]*'),
    name VARCHAR(40) CHECK (length(name) >= 2 AND name LIKE 'a\%' COLLATE NOCASE),
    status TEXT NOT NULL DEFAULT 'new' CHECK (status IN ('new', "paid", 'sent')),
    active BOOLEAN NOT NULL CHECK (active IN (0, 1)),
    price DECIMAL(10,2) CHECK (price == 0 OR price >= 0.5 /* cents */),
    ratio REAL CHECK (ratio BETWEEN -1.5 AND 1e3),
    born DATE CHECK (born >= '1900-01-01' AND born IS date(born)),
    at DATETIME CHECK (at < '2030-01-01 12:00:00'),
    [odd name] INT CHECK ([odd name] <> 3 AND `ODD NAME` NOT NULL -- never
    ),
    flag INT CHECK (flag IS 1 OR flag IS NOT 2 OR flag IS NULL),
    kind TEXT CHECK (typeof(kind) IN ('text', 'null') AND instr(kind, '%') = 0),
    note TEXT CHECK (note LIKE '10!%_' ESCAPE '!' OR iif(active, note IS NOT NULL, note IS NULL)),
    data JSON CHECK (json_valid(data)),
    twice INTEGER AS (id * 2) CHECK (twice > 0),
    CONSTRAINT "two ""of"" three" CHECK ((name IS NULL) + (kind IS NULL) <= 1),
    CONSTRAINT ordered CHECK (born <= at AND flag <= ifnull(id, 0)),
    CONSTRAINT unknown CHECK (strftime('%Y', born) > '2000'),
    CONSTRAINT texts CHECK (id <> 'x'),
    CHECK (flag)
);
