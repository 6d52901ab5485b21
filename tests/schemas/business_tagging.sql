-- Tagging: junction tables of two and of three references, with and without a column of their own. Plain SQL.
CREATE TABLE article (
    id    integer      NOT NULL PRIMARY KEY,
    title varchar(120) NOT NULL
);

CREATE TABLE tag (
    id   integer     NOT NULL PRIMARY KEY,
    name varchar(30) NOT NULL UNIQUE
);

CREATE TABLE account (
    id    integer     NOT NULL PRIMARY KEY,
    login varchar(20) NOT NULL UNIQUE
);

CREATE TABLE article_tag (
    article_id integer NOT NULL REFERENCES article (id),
    tag_id     integer NOT NULL REFERENCES tag (id),
    PRIMARY KEY (article_id, tag_id)
);

CREATE TABLE tagged_by (
    article_id integer   NOT NULL REFERENCES article (id),
    tag_id     integer   NOT NULL REFERENCES tag (id),
    account_id integer   NOT NULL REFERENCES account (id),
    weight     smallint  NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 5),
    at         timestamp NOT NULL,
    PRIMARY KEY (article_id, tag_id, account_id)
);

CREATE TABLE synonym (
    tag_id  integer NOT NULL REFERENCES tag (id),
    same_as integer NOT NULL REFERENCES tag (id),
    PRIMARY KEY (tag_id, same_as),
    CHECK (tag_id <> same_as)
);

CREATE TABLE favourite (
    id         integer NOT NULL PRIMARY KEY,
    account_id integer NOT NULL REFERENCES account (id),
    article_id integer NOT NULL REFERENCES article (id),
    UNIQUE (account_id, article_id)
);

CREATE TABLE tag_of_tagging (
    article_id integer NOT NULL,
    tag_id     integer NOT NULL,
    mood       char(1) NOT NULL CHECK (mood IN ('+', '-', '?')),
    PRIMARY KEY (article_id, tag_id, mood),
    FOREIGN KEY (article_id, tag_id) REFERENCES article_tag (article_id, tag_id)
);
