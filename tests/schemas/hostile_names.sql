-- Names that no one should use and some do: keywords, quotes, newlines, backslashes, all scripts, emoji, 63 bytes, digits first; in every place.
CREATE SCHEMA "schema";
CREATE SCHEMA "My ""Schema""";
CREATE TYPE "My ""Schema"""."enum" AS ENUM (E'select', E'table', E'class', E'int', E'id ', E'2nd', E'$1', E'a.b', E'a"b', E'a\'b', E'a\\b', E'new\nline', E'tab\there', E'*/', E'-- x', E'; DROP TABLE x', E'größe', E'имя', E'名前', E'이름', E'עמודה', E'عمود', E'😀', E'👩‍👩‍👧', E'é', E'​', E' ', E'%s', E'{}', E'?', E'MixedCase', E'mixedcase', E'MIXEDCASE', E'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', E'ééééééééééééééééééééééééééééééé', E'_', E'__a', E'a__b', E'NULL', E'true', E'std', E'synth', E'main', E'errno', E'@', E'#', E'&amp;', E'<b>', E'‮evil', E'ﬁ', E'İ', E'ß');
CREATE DOMAIN "My ""Schema"""."a domain" AS integer CONSTRAINT "it's > 0" CHECK (VALUE > 0);
CREATE TABLE "columns" (
    "id" integer PRIMARY KEY,
    "select" integer,
    "table" integer NOT NULL,
    "class" integer,
    "int" integer NOT NULL,
    "id " integer,
    "2nd" integer NOT NULL,
    "$1" integer,
    "a.b" integer NOT NULL,
    "a""b" integer,
    "a'b" integer NOT NULL,
    "a\b" integer,
    "new
line" integer NOT NULL,
    "tab	here" integer,
    "*/" integer NOT NULL,
    "-- x" integer,
    "; DROP TABLE x" integer NOT NULL,
    "größe" integer,
    "имя" integer NOT NULL,
    "名前" integer,
    "이름" integer NOT NULL,
    "עמודה" integer,
    "عمود" integer NOT NULL,
    "😀" integer,
    "👩‍👩‍👧" integer NOT NULL,
    "é" integer,
    "​" integer NOT NULL,
    " " integer,
    "%s" integer NOT NULL,
    "{}" integer,
    "?" integer NOT NULL,
    "MixedCase" integer,
    "mixedcase" integer NOT NULL,
    "MIXEDCASE" integer,
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" integer NOT NULL,
    "ééééééééééééééééééééééééééééééé" integer,
    "_" integer NOT NULL,
    "__a" integer,
    "a__b" integer NOT NULL,
    "NULL" integer,
    "true" integer NOT NULL,
    "std" integer,
    "synth" integer NOT NULL,
    "main" integer,
    "errno" integer NOT NULL,
    "@" integer,
    "#" integer NOT NULL,
    "&amp;" integer,
    "<b>" integer NOT NULL,
    "‮evil" integer,
    "ﬁ" integer NOT NULL,
    "İ" integer,
    "ß" integer NOT NULL,
    CONSTRAINT "check ""one"" '\" CHECK ("select" >= 0 AND "a""b" < "a'b")
);
CREATE TABLE "values" (
    "the value" "My ""Schema"""."enum" NOT NULL,
    "2" "My ""Schema"""."a domain"
);
CREATE TABLE "My ""Schema"""."select" (
    "select" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."table" (
    "table" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."class" (
    "class" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."int" (
    "int" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."id " (
    "id " integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."2nd" (
    "2nd" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."$1" (
    "$1" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."a.b" (
    "a.b" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."a""b" (
    "a""b" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."a'b" (
    "a'b" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."a\b" (
    "a\b" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."new
line" (
    "new
line" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."tab	here" (
    "tab	here" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."*/" (
    "*/" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."-- x" (
    "-- x" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."; DROP TABLE x" (
    "; DROP TABLE x" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."größe" (
    "größe" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."имя" (
    "имя" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."名前" (
    "名前" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."이름" (
    "이름" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."עמודה" (
    "עמודה" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."عمود" (
    "عمود" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."😀" (
    "😀" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."👩‍👩‍👧" (
    "👩‍👩‍👧" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."é" (
    "é" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."​" (
    "​" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""." " (
    " " integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."%s" (
    "%s" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."{}" (
    "{}" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."?" (
    "?" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."MixedCase" (
    "MixedCase" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."mixedcase" (
    "mixedcase" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."MIXEDCASE" (
    "MIXEDCASE" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" (
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."ééééééééééééééééééééééééééééééé" (
    "ééééééééééééééééééééééééééééééé" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."_" (
    "_" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."__a" (
    "__a" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."a__b" (
    "a__b" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."NULL" (
    "NULL" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."true" (
    "true" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."std" (
    "std" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."synth" (
    "synth" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."main" (
    "main" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."errno" (
    "errno" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."@" (
    "@" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."#" (
    "#" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."&amp;" (
    "&amp;" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."<b>" (
    "<b>" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."‮evil" (
    "‮evil" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."ﬁ" (
    "ﬁ" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."İ" (
    "İ" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "My ""Schema"""."ß" (
    "ß" integer PRIMARY KEY,
    "up" integer REFERENCES "columns" ("id")
);
CREATE TABLE "schema"."schema" (
    "from" integer NOT NULL REFERENCES "My ""Schema"""."new
line" ("new
line"),
    "to" integer NOT NULL REFERENCES "My ""Schema"""."😀" ("😀"),
    "text" text DEFAULT E'it\'s \n "default"',
    PRIMARY KEY ("from", "to")
);
CREATE UNIQUE INDEX "unique ""index""" ON "schema"."schema" ("to", "from");
COMMENT ON TABLE "columns" IS E'A comment: */ /* // \\ \n #define x "quotes" ??/ 😀';
