-- Comparisons of rows, columns whose default is all that is known of their checks, and one row under two references.

CREATE TABLE filing (
    id int PRIMARY KEY,
    lead_year smallint NOT NULL CHECK (lead_year BETWEEN 2000 AND 2030),
    lead_serial int NOT NULL,
    filed_year smallint NOT NULL CHECK (filed_year BETWEEN 2000 AND 2030),
    serial int NOT NULL,
    CHECK (ROW(lead_year, lead_serial) < ROW(filed_year, serial))
);

CREATE TABLE course (district smallint NOT NULL, code int, PRIMARY KEY (code), UNIQUE (district, code));
CREATE TABLE requirement (
    district smallint NOT NULL,
    code int,
    requires int,
    PRIMARY KEY (district, code, requires),
    FOREIGN KEY (district, code) REFERENCES course (district, code),
    FOREIGN KEY (district, requires) REFERENCES course (district, code),
    CHECK ((code, district) <> (requires, district))
);

CREATE TABLE mission (
    id int PRIMARY KEY,
    gates bit(4) NOT NULL DEFAULT B'0000' CHECK (gates IN (B'0000', B'1000', B'1100', B'1110', B'1111')),
    settings jsonb NOT NULL DEFAULT '{}' CHECK (settings - ARRAY['notify', 'utm'] = '{}'::jsonb),
    CHECK (jsonb_typeof(settings) = 'object')
);

CREATE TABLE template (
    code varchar(32) PRIMARY KEY,
    stack smallint NOT NULL CHECK (stack IN (1, 20, 99, 999)),
    slot text CHECK (slot IN ('ring', 'hand', 'head')),
    sockets smallint NOT NULL DEFAULT 0,
    UNIQUE (code, slot),
    UNIQUE (code, stack),
    CHECK (slot IS NULL OR stack = 1),
    CHECK (sockets <= CASE WHEN slot IS NULL THEN 0 WHEN slot = 'ring' THEN 1 ELSE 3 END AND sockets >= 0)
);
CREATE TABLE item (
    id int PRIMARY KEY,
    code varchar(32) NOT NULL,
    stack smallint NOT NULL,
    equipped text,
    FOREIGN KEY (code, stack) REFERENCES template (code, stack),
    FOREIGN KEY (code, equipped) REFERENCES template (code, slot)
);
