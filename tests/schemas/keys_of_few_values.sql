-- Keys with columns of wide types whose checks leave them few values.
CREATE TABLE author (id serial PRIMARY KEY, name text NOT NULL);
CREATE TABLE work (id serial PRIMARY KEY, title text NOT NULL);
CREATE TABLE credit (
    author_id integer NOT NULL REFERENCES author,
    work_id   integer NOT NULL REFERENCES work,
    role      text    NOT NULL CHECK (role IN ('writer', 'editor', 'translator')),
    UNIQUE (author_id, work_id, role)
);
CREATE TABLE translation (
    work_id  integer    NOT NULL REFERENCES work,
    language varchar(5) NOT NULL CHECK (language IN ('de', 'en', 'fr', 'pt-BR')),
    body     text       NOT NULL,
    PRIMARY KEY (work_id, language)
);
CREATE TABLE office_hour (
    author_id integer NOT NULL REFERENCES author,
    day       integer NOT NULL CHECK (day BETWEEN 1 AND 7),
    part      text    NOT NULL CHECK (part = 'am' OR part = 'pm'),
    PRIMARY KEY (author_id, day, part)
);
CREATE TABLE seat (
    x integer NOT NULL CHECK (x >= 1 AND x <= 50),
    y bigint  NOT NULL CHECK (y > 0 AND y < 51),
    PRIMARY KEY (x, y)
);
CREATE TABLE month_total (
    year  integer NOT NULL CHECK (year >= 1900),
    month integer NOT NULL CHECK (month BETWEEN 1 AND 12),
    total numeric(12,2) NOT NULL,
    PRIMARY KEY (year, month)
);
CREATE TABLE holiday (
    region text NOT NULL CHECK (region IN ('north', 'south')),
    day    date NOT NULL CHECK (day BETWEEN '2020-01-01' AND '2029-12-31'),
    PRIMARY KEY (region, day)
);
CREATE TABLE influence (
    earlier integer NOT NULL REFERENCES author,
    later   integer NOT NULL REFERENCES author,
    kind    text    NOT NULL CHECK (kind IN ('style', 'subject')),
    UNIQUE (earlier, later, kind),
    CHECK (earlier < later)
);
