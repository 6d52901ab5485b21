-- Trees whose rows have levels: what a row repeats of its parent is tied to what it is itself.

-- Downwards from level 1; a reference within another one.
CREATE TABLE branch (
    branch_id int PRIMARY KEY CHECK (branch_id > 0),
    parent_id int REFERENCES branch,
    parent_level smallint,
    level smallint NOT NULL DEFAULT 1 CHECK (level BETWEEN 1 AND 4),
    UNIQUE (branch_id, level),
    FOREIGN KEY (parent_id, parent_level) REFERENCES branch (branch_id, level),
    CHECK (parent_level = level - 1),
    CHECK ((level = 1) = (parent_id IS NULL)),
    CHECK (num_nulls(parent_id, parent_level) IN (0, 2))
);

-- Upwards to tier 3, MATCH FULL.
CREATE TABLE court (
    court_id serial PRIMARY KEY,
    tier smallint NOT NULL CHECK (tier BETWEEN 1 AND 3),
    appeals_to int,
    appeals_to_tier smallint,
    UNIQUE (court_id, tier),
    CHECK (appeals_to_tier = tier + 1),
    CHECK ((tier = 3) = (appeals_to IS NULL)),
    FOREIGN KEY (appeals_to, appeals_to_tier) REFERENCES court (court_id, tier) MATCH FULL
);

-- A tree for each owner, however many rows it has.
CREATE TABLE company (
    company_id int PRIMARY KEY,
    name text NOT NULL
);
CREATE TABLE office (
    company_id int NOT NULL REFERENCES company,
    office_no int NOT NULL CHECK (office_no > 0),
    level smallint NOT NULL CHECK (level BETWEEN 1 AND 4),
    above_no int,
    above_level smallint,
    PRIMARY KEY (company_id, office_no),
    UNIQUE (company_id, office_no, level),
    FOREIGN KEY (company_id, above_no, above_level) REFERENCES office (company_id, office_no, level),
    CHECK (above_level = level - 1),
    CHECK ((level = 1) = (above_no IS NULL)),
    CHECK ((above_no IS NULL) = (above_level IS NULL))
);

-- Levels with names; what is below what is a list.
CREATE TABLE unit (
    id bigint PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('company', 'division', 'team')),
    above bigint,
    above_kind text,
    UNIQUE (id, kind),
    FOREIGN KEY (above, above_kind) REFERENCES unit (id, kind),
    CHECK ((above IS NULL) = (above_kind IS NULL)),
    CHECK (kind = 'company' AND above IS NULL
        OR kind = 'division' AND above_kind = 'company'
        OR kind = 'team' AND above_kind IN ('company', 'division'))
);

-- Kinds that a child asks for, of which one is never at the top.
CREATE TABLE place (
    code varchar(12) PRIMARY KEY CHECK (code ~ '^[A-Z]{2,5}-[0-9]{1,3}[A-Z]?$'),
    kind text NOT NULL CHECK (kind IN ('cabinet', 'store', 'ward')),
    within varchar(12) REFERENCES place,
    locked boolean NOT NULL DEFAULT false,
    CHECK (within IS DISTINCT FROM code),
    CHECK (kind <> 'cabinet' OR (locked AND within IS NOT NULL)),
    UNIQUE (code, kind)
);
CREATE TABLE bed (
    bed_no int PRIMARY KEY,
    ward varchar(12) NOT NULL,
    ward_kind text NOT NULL DEFAULT 'ward' CHECK (ward_kind = 'ward'),
    FOREIGN KEY (ward, ward_kind) REFERENCES place (code, kind)
);

-- A self-reference and the same with more columns, and nothing about levels.
CREATE TABLE folder (
    folder_id int PRIMARY KEY,
    depth smallint NOT NULL,
    parent_id int REFERENCES folder,
    parent_depth smallint,
    UNIQUE (folder_id, depth),
    FOREIGN KEY (parent_id, parent_depth) REFERENCES folder (folder_id, depth)
);
