-- Text keys of all widths: one, two and three characters, long ones, composite ones, references to them, slugs and codes. Plain SQL.
CREATE TABLE one_letter (v char(1) NOT NULL PRIMARY KEY, note varchar(10));
CREATE TABLE two_letters (v char(2) NOT NULL PRIMARY KEY, one char(1) NOT NULL REFERENCES one_letter (v));
CREATE TABLE three_letters (v varchar(3) NOT NULL PRIMARY KEY, two char(2) REFERENCES two_letters (v));
CREATE TABLE long_text (v varchar(255) NOT NULL PRIMARY KEY);
CREATE TABLE free_text (v text NOT NULL PRIMARY KEY, upper_v varchar(300) NOT NULL UNIQUE);
CREATE TABLE two_texts (
    a varchar(10) NOT NULL,
    b varchar(10) NOT NULL,
    PRIMARY KEY (a, b),
    FOREIGN KEY (a) REFERENCES three_letters (v)
);
CREATE TABLE child_of_two_texts (
    a varchar(10) NOT NULL,
    b varchar(10) NOT NULL,
    c varchar(2) NOT NULL,
    PRIMARY KEY (a, b, c),
    FOREIGN KEY (a, b) REFERENCES two_texts (a, b)
);
CREATE TABLE locale (
    language char(2) NOT NULL CHECK (language = lower(language)),
    country  char(2) NOT NULL CHECK (country = upper(country)),
    script   varchar(4) NOT NULL DEFAULT '',
    PRIMARY KEY (language, country, script)
);
