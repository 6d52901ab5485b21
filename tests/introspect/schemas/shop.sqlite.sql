-- One of everything that SQLite can say about tables.
CREATE TABLE customer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code CHAR(6) NOT NULL UNIQUE,
    email VARCHAR(120) COLLATE NOCASE UNIQUE,
    vip BOOLEAN NOT NULL DEFAULT 0,
    joined_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    born DATE,
    balance DECIMAL(12,2) NOT NULL DEFAULT 0.00 CHECK (balance >= 0),
    rating REAL,
    picture BLOB,
    strange MYSTERY,
    untyped
);
CREATE TABLE "Orders" (
    id INTEGER PRIMARY KEY,
    customer_id INT NOT NULL REFERENCES CUSTOMER,
    customer_code CHAR(6) REFERENCES customer (CODE) ON DELETE SET NULL,
    total NUMERIC(12,2) NOT NULL,
    total_cents INTEGER GENERATED ALWAYS AS (total * 100) STORED,
    twice INTEGER AS (total * 2),
    previous INTEGER REFERENCES "Orders",
    missing INTEGER REFERENCES nowhere (id),
    no_key REAL REFERENCES customer (rating)
);
CREATE TABLE line (
    order_id INTEGER, number SMALLINT, text TEXT NOT NULL, PRIMARY KEY (order_id, number),
    FOREIGN KEY (order_id) REFERENCES orders
) WITHOUT ROWID;
CREATE TABLE remark (
    number SMALLINT, order_id INTEGER, remark TEXT,
    FOREIGN KEY (order_id, number) REFERENCES line
);
CREATE UNIQUE INDEX line_text ON line (order_id, text);
CREATE UNIQUE INDEX line_partial ON line (text) WHERE number = 1;
CREATE UNIQUE INDEX line_expression ON line (lower(text));
CREATE INDEX line_plain ON line (number);
-- The key of a profile is its customer's: no number of its own.
CREATE TABLE profile (customer_id INTEGER PRIMARY KEY REFERENCES customer, "text" CLOB);
-- Not another name for the rowid: INT is not INTEGER.
CREATE TABLE old (id INT PRIMARY KEY, at TIMESTAMP(3));
CREATE TABLE strict_one (a INT, b TEXT NOT NULL, c ANY) STRICT;
CREATE TABLE keyless (id TEXT, name TEXT);
CREATE VIEW everyone AS SELECT id FROM customer;
CREATE VIRTUAL TABLE words USING fts5 (word);
