-- Double-entry ledger: accounts in a tree, entries with a debit or a credit but not both, money never negative, periods that do not overlap.
CREATE EXTENSION btree_gist;
CREATE DOMAIN amount AS numeric(18,2) CHECK (VALUE >= 0);
CREATE DOMAIN currency AS char(3) CHECK (VALUE IN ('EUR', 'USD', 'GBP', 'CHF', 'JPY'));
CREATE TABLE books (
    id       serial PRIMARY KEY,
    name     text NOT NULL UNIQUE,
    currency currency NOT NULL
);
CREATE TABLE periods (
    book_id integer NOT NULL REFERENCES books,
    name    text NOT NULL,
    during  daterange NOT NULL CHECK (NOT isempty(during)),
    closed  boolean NOT NULL DEFAULT false,
    PRIMARY KEY (book_id, name),
    EXCLUDE USING gist (book_id WITH =, during WITH &&)
);
CREATE TABLE accounts (
    book_id integer NOT NULL REFERENCES books,
    code    varchar(12) NOT NULL CHECK (code ~ '^[1-9][0-9]{3,11}$'),
    parent  varchar(12),
    kind    char(1) NOT NULL CHECK (kind = ANY (ARRAY['A', 'L', 'E', 'I', 'X'])),
    name    text NOT NULL,
    PRIMARY KEY (book_id, code),
    FOREIGN KEY (book_id, parent) REFERENCES accounts (book_id, code)
);
CREATE TABLE journal (
    book_id  integer NOT NULL REFERENCES books,
    number   bigint NOT NULL CHECK (number >= 1),
    posted   date NOT NULL CHECK (posted >= DATE '2000-01-01'),
    valued   date NOT NULL,
    reverses bigint,
    text     text NOT NULL CHECK (text <> ''),
    PRIMARY KEY (book_id, number),
    FOREIGN KEY (book_id, reverses) REFERENCES journal (book_id, number),
    CHECK (valued BETWEEN posted - 90 AND posted + 90)
);
CREATE TABLE entries (
    book_id integer NOT NULL,
    number  bigint NOT NULL,
    line    smallint NOT NULL CHECK (line BETWEEN 1 AND 999),
    account varchar(12) NOT NULL,
    debit   amount,
    credit  amount,
    PRIMARY KEY (book_id, number, line),
    FOREIGN KEY (book_id, number) REFERENCES journal (book_id, number) ON DELETE CASCADE,
    FOREIGN KEY (book_id, account) REFERENCES accounts (book_id, code),
    CHECK (num_nonnulls(debit, credit) = 1),
    CHECK (coalesce(debit, credit) > 0)
);
CREATE TABLE balances (
    book_id integer NOT NULL,
    code    varchar(12) NOT NULL,
    period  text NOT NULL,
    opening numeric(18,2) NOT NULL DEFAULT 0,
    debits  amount NOT NULL,
    credits amount NOT NULL,
    closing numeric(19,2) GENERATED ALWAYS AS (opening + debits - credits) STORED,
    PRIMARY KEY (book_id, code, period),
    FOREIGN KEY (book_id, code) REFERENCES accounts (book_id, code),
    FOREIGN KEY (book_id, period) REFERENCES periods (book_id, name)
);
