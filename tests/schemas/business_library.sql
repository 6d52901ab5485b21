-- Library: works, editions and copies, one open loan a copy, ISBN texts, holds in a queue, fines of a loan. Plain SQL.
CREATE TABLE author (
    id     integer     NOT NULL PRIMARY KEY,
    name   varchar(80) NOT NULL,
    born   integer CHECK (born BETWEEN -800 AND 2020),
    died   integer,
    CHECK (died > born)
);

CREATE TABLE work (
    id    integer      NOT NULL PRIMARY KEY,
    title varchar(200) NOT NULL
);

CREATE TABLE authorship (
    work_id   integer  NOT NULL REFERENCES work (id),
    author_id integer  NOT NULL REFERENCES author (id),
    place     smallint NOT NULL CHECK (place >= 1),
    PRIMARY KEY (work_id, author_id),
    UNIQUE (work_id, place)
);

CREATE TABLE edition (
    isbn     char(13) NOT NULL PRIMARY KEY CHECK (isbn LIKE '978%' AND length(isbn) = 13),
    work_id  integer  NOT NULL REFERENCES work (id),
    year     smallint NOT NULL CHECK (year >= 1450 AND year <= 2030),
    pages    smallint CHECK (pages > 0)
);

CREATE TABLE copy (
    barcode  integer  NOT NULL PRIMARY KEY,
    isbn     char(13) NOT NULL REFERENCES edition (isbn),
    bought   date,
    state    varchar(10) NOT NULL DEFAULT 'good' CHECK (state IN ('good', 'worn', 'lost'))
);

CREATE TABLE reader (
    card  integer     NOT NULL PRIMARY KEY CHECK (card > 0),
    name  varchar(80) NOT NULL,
    phone varchar(20)
);

CREATE TABLE loan (
    id       integer NOT NULL PRIMARY KEY,
    barcode  integer NOT NULL REFERENCES copy (barcode),
    card     integer NOT NULL REFERENCES reader (card),
    lent     date    NOT NULL,
    due      date    NOT NULL,
    returned date,
    CHECK (due > lent),
    CHECK (returned IS NULL OR returned >= lent)
);
CREATE UNIQUE INDEX one_open_loan ON loan (barcode) WHERE returned IS NULL;

CREATE TABLE hold (
    isbn  char(13) NOT NULL REFERENCES edition (isbn),
    place integer  NOT NULL CHECK (place > 0),
    card  integer  NOT NULL REFERENCES reader (card),
    PRIMARY KEY (isbn, place),
    UNIQUE (isbn, card)
);

CREATE TABLE fine (
    loan_id integer      NOT NULL PRIMARY KEY REFERENCES loan (id),
    amount  numeric(6,2) NOT NULL CHECK (amount >= 0.10 AND amount <= 50),
    paid    numeric(6,2) NOT NULL DEFAULT 0 CHECK (paid >= 0),
    CHECK (paid <= amount)
);
