-- Names that no one should use and some do, as tables and as columns.
CREATE TABLE "all" (
    "class" INTEGER NOT NULL,
    "std" INTEGER NOT NULL,
    "synth" INTEGER NOT NULL,
    "NULL" INTEGER NOT NULL,
    "EOF" INTEGER NOT NULL,
    "errno" INTEGER NOT NULL,
    "major" INTEGER NOT NULL,
    "linux" INTEGER NOT NULL,
    "database" INTEGER NOT NULL,
    "schema" INTEGER NOT NULL,
    "int" INTEGER NOT NULL,
    "a b" INTEGER NOT NULL,
    "2nd" INTEGER NOT NULL,
    "_x" INTEGER NOT NULL,
    "__y" INTEGER NOT NULL,
    "A__b" INTEGER NOT NULL,
    """quoted""" INTEGER NOT NULL,
    "back\slash" INTEGER NOT NULL,
    "new
line" INTEGER NOT NULL,
    "tab	here" INTEGER NOT NULL,
    "*/" INTEGER NOT NULL,
    "/* open" INTEGER NOT NULL,
    "// line" INTEGER NOT NULL,
    "??/" INTEGER NOT NULL,
    "%s %n" INTEGER NOT NULL,
    "{}" INTEGER NOT NULL,
    "; DROP TABLE x; --" INTEGER NOT NULL,
    "'single'" INTEGER NOT NULL,
    "😀" INTEGER NOT NULL,
    "größe" INTEGER NOT NULL,
    "размер" INTEGER NOT NULL,
    "列" INTEGER NOT NULL,
    "‮ evil" INTEGER NOT NULL,
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" INTEGER NOT NULL,
    " " INTEGER NOT NULL,
    "" INTEGER NOT NULL,
    "Ünï" INTEGER NOT NULL,
    "MixedCase" INTEGER NOT NULL,
    "operator" INTEGER NOT NULL,
    "delete" INTEGER NOT NULL,
    "$1" INTEGER NOT NULL,
    "@" INTEGER NOT NULL,
    "#define X" INTEGER NOT NULL,
    "\u0041" INTEGER NOT NULL,
    "\" INTEGER NOT NULL,
    "a b" INTEGER NOT NULL,
    "​" INTEGER NOT NULL,
    "עברית" INTEGER NOT NULL,
    "[31m" INTEGER NOT NULL,
    PRIMARY KEY ("*/", "??/")
);
CREATE TABLE "class" ("class" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "std" ("std" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "synth" ("synth" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "NULL" ("NULL" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "EOF" ("EOF" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "errno" ("errno" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "major" ("major" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "linux" ("linux" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "database" ("database" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "schema" ("schema" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "int" ("int" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "a b" ("a b" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "2nd" ("2nd" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "_x" ("_x" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "__y" ("__y" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "A__b" ("A__b" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE """quoted""" ("""quoted""" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "back\slash" ("back\slash" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "new
line" ("new
line" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "tab	here" ("tab	here" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "*/" ("*/" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "/* open" ("/* open" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "// line" ("// line" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "??/" ("??/" TEXT UNIQUE, id INTEGER PRIMARY KEY REFERENCES "\" (id));
CREATE TABLE "%s %n" ("%s %n" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "{}" ("{}" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "; DROP TABLE x; --" ("; DROP TABLE x; --" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "'single'" ("'single'" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "😀" ("😀" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "größe" ("größe" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "размер" ("размер" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "列" ("列" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "‮ evil" ("‮ evil" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" ("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE " " (" " "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "" ("" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "Ünï" ("Ünï" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "MixedCase" ("MixedCase" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "operator" ("operator" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "delete" ("delete" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "$1" ("$1" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "@" ("@" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "#define X" ("#define X" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "\u0041" ("\u0041" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "\" ("\" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "a b" ("a b" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "​" ("​" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "עברית" ("עברית" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
CREATE TABLE "[31m" ("[31m" "*/ weird\", id INTEGER PRIMARY KEY CHECK (id <> '*/
#error'));
