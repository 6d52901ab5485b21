-- Self references: nullable, NOT NULL (a root refers to itself), to a unique key, within a group, two in a table, deferrable, by text, to a kind.
CREATE TABLE nullable (
    id     integer PRIMARY KEY,
    parent integer REFERENCES nullable
);
CREATE TABLE not_null (
    id     integer PRIMARY KEY,
    parent integer NOT NULL REFERENCES not_null
);
CREATE TABLE by_name (
    name   varchar(20) PRIMARY KEY,
    parent varchar(20) REFERENCES by_name ON UPDATE CASCADE
);
CREATE TABLE by_unique (
    id     integer PRIMARY KEY,
    code   char(8) NOT NULL UNIQUE,
    parent char(8) NOT NULL REFERENCES by_unique (code)
);
CREATE TABLE two (
    id     bigint PRIMARY KEY,
    mother bigint REFERENCES two,
    father bigint REFERENCES two,
    CHECK (mother <> father)
);
CREATE TABLE groups (id integer PRIMARY KEY);
CREATE TABLE in_group (
    group_id integer NOT NULL REFERENCES groups,
    id       integer NOT NULL,
    parent   integer,
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, parent) REFERENCES in_group (group_id, id)
);
CREATE TABLE in_free_group (
    g      integer NOT NULL,
    id     integer NOT NULL,
    parent integer,
    PRIMARY KEY (g, id),
    FOREIGN KEY (g, parent) REFERENCES in_free_group (g, id)
);
CREATE TABLE later (
    id   integer PRIMARY KEY,
    next integer NOT NULL REFERENCES later DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE unique_next (
    id   integer PRIMARY KEY,
    next integer NOT NULL UNIQUE REFERENCES unique_next DEFERRABLE INITIALLY DEFERRED
);
-- Codes that are as long as their level says; roots have level 0.
CREATE TABLE area (
    id integer PRIMARY KEY,
    code varchar(20) NOT NULL,
    level smallint NOT NULL CHECK (level BETWEEN 0 AND 3),
    parent integer REFERENCES area,
    CHECK (length(code) = 2 + 4 * level),
    CHECK ((level = 0) = (parent IS NULL))
);
-- Parents of one kind: mothers are women, and what is above an account is a group.
CREATE TABLE person (
    id         integer PRIMARY KEY,
    sex        char(1) NOT NULL CHECK (sex IN ('F', 'M')),
    mother     integer,
    mother_sex char(1) GENERATED ALWAYS AS ('F') STORED,
    father     integer,
    father_sex char(1) NOT NULL DEFAULT 'M' CHECK (father_sex = 'M'),
    UNIQUE (id, sex),
    FOREIGN KEY (mother, mother_sex) REFERENCES person (id, sex),
    FOREIGN KEY (father, father_sex) REFERENCES person (id, sex),
    CHECK (mother < id AND father < id)
);
CREATE TABLE account (
    group_id   integer NOT NULL REFERENCES groups,
    number     integer NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('group', 'leaf', 'sum')),
    above      integer,
    above_kind text NOT NULL DEFAULT 'group' CHECK (above_kind = 'group'),
    PRIMARY KEY (group_id, number),
    UNIQUE (group_id, number, kind),
    FOREIGN KEY (group_id, above, above_kind) REFERENCES account (group_id, number, kind)
);
