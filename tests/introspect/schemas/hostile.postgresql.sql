-- Names that no one should use and some do: each must come through unharmed. Kept as names of
-- columns, of tables and of labels.
SET client_encoding = 'UTF8';
CREATE SCHEMA "; DROP SCHEMA public; --";
CREATE SCHEMA "Größe \ "" */";
CREATE TABLE "; DROP SCHEMA public; --"."*/ struct x {}; /*" (
    "class" integer NOT NULL,
    "std" integer NOT NULL,
    "synth" integer NOT NULL,
    "NULL" integer NOT NULL,
    "EOF" integer NOT NULL,
    "errno" integer NOT NULL,
    "major" integer NOT NULL,
    "linux" integer NOT NULL,
    "database" integer NOT NULL,
    "schema" integer NOT NULL,
    "int" integer NOT NULL,
    "a b" integer NOT NULL,
    "2nd" integer NOT NULL,
    "_x" integer NOT NULL,
    "__y" integer NOT NULL,
    "A__b" integer NOT NULL,
    """quoted""" integer NOT NULL,
    "back\slash" integer NOT NULL,
    "new
line" integer NOT NULL,
    "tab	here" integer NOT NULL,
    "*/" integer NOT NULL,
    "/* open" integer NOT NULL,
    "// line" integer NOT NULL,
    "??/" integer NOT NULL,
    "%s %n" integer NOT NULL,
    "{}" integer NOT NULL,
    "; DROP TABLE x; --" integer NOT NULL,
    "'single'" integer NOT NULL,
    "😀" integer NOT NULL,
    "größe" integer NOT NULL,
    "размер" integer NOT NULL,
    "列" integer NOT NULL,
    "‮ evil" integer NOT NULL,
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" integer NOT NULL,
    "ééééééééééééééééééééééééééééééé" integer NOT NULL,
    " " integer NOT NULL,
    "Ünï" integer NOT NULL,
    "MixedCase" integer NOT NULL,
    "mixedcase" integer NOT NULL,
    "id_2" integer NOT NULL,
    "ID" integer NOT NULL,
    "Id" integer NOT NULL,
    "main" integer NOT NULL,
    "operator" integer NOT NULL,
    "delete" integer NOT NULL,
    "$1" integer NOT NULL,
    "@" integer NOT NULL,
    "#define X" integer NOT NULL,
    "\u0041" integer NOT NULL,
    "\" integer NOT NULL,
    "a b" integer NOT NULL,
    "​" integer NOT NULL,
    "עברית" integer NOT NULL,
    PRIMARY KEY ("*/", "??/")
);
CREATE TYPE "Größe \ "" */"."a type" AS ENUM (E'class', E'std', E'synth', E'NULL', E'EOF', E'errno', E'major', E'linux', E'database', E'schema', E'int', E'a b', E'2nd', E'_x', E'__y', E'A__b', E'"quoted"', E'back\\slash', E'new\nline', E'tab\there', E'*/', E'/* open', E'// line', E'??/', E'%s %n', E'{}', E'; DROP TABLE x; --', E'\'single\'', E'😀', E'größe', E'размер', E'列', E'‮ evil', E'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', E'ééééééééééééééééééééééééééééééé', E' ', E'Ünï', E'MixedCase', E'mixedcase', E'id_2', E'ID', E'Id', E'main', E'operator', E'delete', E'$1', E'@', E'#define X', E'\\u0041', E'\\', E'a b', E'​', E'עברית', E'');
CREATE TABLE "Größe \ "" */"."class" ("class" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."std" ("std" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."synth" ("synth" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."NULL" ("NULL" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."EOF" ("EOF" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."errno" ("errno" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."major" ("major" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."linux" ("linux" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."database" ("database" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."schema" ("schema" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."int" ("int" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."a b" ("a b" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."2nd" ("2nd" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."_x" ("_x" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."__y" ("__y" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."A__b" ("A__b" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."""quoted""" ("""quoted""" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."back\slash" ("back\slash" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."new
line" ("new
line" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."tab	here" ("tab	here" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."*/" ("*/" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."/* open" ("/* open" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."// line" ("// line" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."??/" ("??/" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."%s %n" ("%s %n" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."{}" ("{}" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."; DROP TABLE x; --" ("; DROP TABLE x; --" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."'single'" ("'single'" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."😀" ("😀" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."größe" ("größe" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."размер" ("размер" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."列" ("列" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."‮ evil" ("‮ evil" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" ("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."ééééééééééééééééééééééééééééééé" ("ééééééééééééééééééééééééééééééé" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"." " (" " "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."Ünï" ("Ünï" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."MixedCase" ("MixedCase" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."mixedcase" ("mixedcase" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."id_2" ("id_2" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."ID" ("ID" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."Id" ("Id" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."main" ("main" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."operator" ("operator" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."delete" ("delete" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."$1" ("$1" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."@" ("@" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."#define X" ("#define X" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."\u0041" ("\u0041" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."\" ("\" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."a b" ("a b" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."​" ("​" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
CREATE TABLE "Größe \ "" */"."עברית" ("עברית" "Größe \ "" */"."a type", id integer PRIMARY KEY DEFAULT 1);
COMMENT ON TABLE "Größe \ "" */"."class" IS E'ends with a backslash \\\n*/ #error\n??/\n‮\\\n\nlast';
COMMENT ON COLUMN "Größe \ "" */"."class"."class" IS E'\\';
ALTER TABLE "Größe \ "" */"."std" ADD CHECK (id::text <> E'\n#error */ \\');
CREATE TABLE "Größe \ "" */"."child" ("a ""b" integer REFERENCES "Größe \ "" */"."new
line", "c\d" integer UNIQUE, "t" tsquery NOT NULL);
