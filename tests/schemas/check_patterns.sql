-- CHECK on texts: LIKE, ILIKE, SIMILAR TO, regular expressions of many forms, lengths in characters and bytes, case; some unique.
CREATE TABLE patterns (
    id integer PRIMARY KEY,
    a  text CHECK (a LIKE 'abc%'),
    b  text CHECK (b LIKE '%@%.__'),
    c  text CHECK (c NOT LIKE '% %' AND c <> ''),
    d  varchar(9) CHECK (d LIKE '____-____'),
    e  text CHECK (e LIKE '100\%%'),
    f  text CHECK (f ILIKE 'x%y'),
    g  text CHECK (g SIMILAR TO '(ab|cd){2}[0-9]+'),
    h  text NOT NULL CHECK (h ~ '^[A-Z]{2}[0-9]{6}$'),
    i  text CHECK (i ~ '^\+?[0-9 ()-]{7,20}$'),
    j  text CHECK (j ~* '^[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}$'),
    k  text CHECK (k ~ 'middle'),
    l  text CHECK (l !~ '[^a-f0-9]'),
    m  text CHECK (m ~ '^(monday|tuesday|wednesday)$'),
    n  text CHECK (n ~ '^\d{3}-\w+\s\S$'),
    o  text CHECK (o ~ '^(a|b)*c?$'),
    p  text CHECK (p ~ '^[[:upper:]][[:lower:]]+( [[:upper:]][[:lower:]]+)*$'),
    q  text CHECK (q ~ '^https?://[^/ ]+(/[^ ]*)?$'),
    r  text CHECK (r !~* 'admin'),
    s  text CHECK (s ~ '^.{3,5}$'),
    t  char(5) CHECK (t ~ '^[0-9]{5}$'),
    u  text CHECK (u ~ '^(?:[01]\d|2[0-3]):[0-5]\d$'),
    v  text CHECK (v ~ '^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$'),
    w  text CHECK (w ^@ 'pre')
);
CREATE TABLE lengths (
    a text NOT NULL CHECK (length(a) = 8),
    b text CHECK (char_length(b) BETWEEN 2 AND 4),
    c text CHECK (octet_length(c) <= 16),
    d varchar(30) CHECK (length(trim(d)) > 0),
    e bytea CHECK (octet_length(e) = 20),
    f bytea CHECK (length(f) BETWEEN 1 AND 3),
    g text CHECK (length(g) > 300),
    h text CHECK (h <> '' AND length(h) < 3),
    i text CHECK (i = upper(i)),
    j text CHECK (j = lower(j) AND length(j) >= 5),
    k text CHECK (k = btrim(k)),
    l bit varying(30) CHECK (length(l) >= 10)
);
CREATE TABLE unique_patterns (
    iban  text PRIMARY KEY CHECK (iban ~ '^DE[0-9]{20}$'),
    plate text NOT NULL UNIQUE CHECK (plate ~ '^[A-Z]{1,3}-[A-Z]{1,2} [1-9][0-9]{0,3}$'),
    host  varchar(15) NOT NULL UNIQUE CHECK (host ~ '^[a-z]([a-z0-9-]*[a-z0-9])?$'),
    few   text UNIQUE CHECK (few ~ '^[ab]{4}$')
);
CREATE TABLE refers (
    id   bigint PRIMARY KEY,
    iban text NOT NULL REFERENCES unique_patterns CHECK (iban LIKE 'DE%')
);
