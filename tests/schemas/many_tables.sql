-- Sixty tables in a chain of references, each with three references to earlier ones.
CREATE TABLE t00 (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE t01 (
    id integer PRIMARY KEY,
    t00_id integer NOT NULL REFERENCES t00
);
CREATE TABLE t02 (
    id integer PRIMARY KEY,
    t00_id integer REFERENCES t00,
    t01_id integer NOT NULL REFERENCES t01
);
CREATE TABLE t03 (
    id integer PRIMARY KEY,
    t01_id integer REFERENCES t01,
    t02_id integer NOT NULL REFERENCES t02
);
CREATE TABLE t04 (
    id integer PRIMARY KEY,
    t01_id integer REFERENCES t01,
    t02_id integer REFERENCES t02,
    t03_id integer NOT NULL REFERENCES t03
);
CREATE TABLE t05 (
    id integer PRIMARY KEY,
    t01_id integer REFERENCES t01,
    t02_id integer REFERENCES t02,
    t04_id integer NOT NULL REFERENCES t04
);
CREATE TABLE t06 (
    id integer PRIMARY KEY,
    t02_id integer REFERENCES t02,
    t03_id integer REFERENCES t03,
    t05_id integer NOT NULL REFERENCES t05
);
CREATE TABLE t07 (
    id integer PRIMARY KEY,
    t02_id integer REFERENCES t02,
    t03_id integer REFERENCES t03,
    t06_id integer NOT NULL REFERENCES t06
);
CREATE TABLE t08 (
    id integer PRIMARY KEY,
    t02_id integer REFERENCES t02,
    t04_id integer REFERENCES t04,
    t07_id integer NOT NULL REFERENCES t07
);
CREATE TABLE t09 (
    id integer PRIMARY KEY,
    t03_id integer REFERENCES t03,
    t04_id integer REFERENCES t04,
    t08_id integer NOT NULL REFERENCES t08
);
CREATE TABLE t10 (
    id integer PRIMARY KEY,
    t03_id integer REFERENCES t03,
    t05_id integer REFERENCES t05,
    t09_id integer NOT NULL REFERENCES t09
);
CREATE TABLE t11 (
    id integer PRIMARY KEY,
    t03_id integer REFERENCES t03,
    t05_id integer REFERENCES t05,
    t10_id integer NOT NULL REFERENCES t10
);
CREATE TABLE t12 (
    id integer PRIMARY KEY,
    t04_id integer REFERENCES t04,
    t06_id integer REFERENCES t06,
    t11_id integer NOT NULL REFERENCES t11
);
CREATE TABLE t13 (
    id integer PRIMARY KEY,
    t04_id integer REFERENCES t04,
    t06_id integer REFERENCES t06,
    t12_id integer NOT NULL REFERENCES t12
);
CREATE TABLE t14 (
    id integer PRIMARY KEY,
    t04_id integer REFERENCES t04,
    t07_id integer REFERENCES t07,
    t13_id integer NOT NULL REFERENCES t13
);
CREATE TABLE t15 (
    id integer PRIMARY KEY,
    t05_id integer REFERENCES t05,
    t07_id integer REFERENCES t07,
    t14_id integer NOT NULL REFERENCES t14
);
CREATE TABLE t16 (
    id integer PRIMARY KEY,
    t05_id integer REFERENCES t05,
    t08_id integer REFERENCES t08,
    t15_id integer NOT NULL REFERENCES t15
);
CREATE TABLE t17 (
    id integer PRIMARY KEY,
    t05_id integer REFERENCES t05,
    t08_id integer REFERENCES t08,
    t16_id integer NOT NULL REFERENCES t16
);
CREATE TABLE t18 (
    id integer PRIMARY KEY,
    t06_id integer REFERENCES t06,
    t09_id integer REFERENCES t09,
    t17_id integer NOT NULL REFERENCES t17
);
CREATE TABLE t19 (
    id integer PRIMARY KEY,
    t06_id integer REFERENCES t06,
    t09_id integer REFERENCES t09,
    t18_id integer NOT NULL REFERENCES t18
);
CREATE TABLE t20 (
    id integer PRIMARY KEY,
    t06_id integer REFERENCES t06,
    t10_id integer REFERENCES t10,
    t19_id integer NOT NULL REFERENCES t19
);
CREATE TABLE t21 (
    id integer PRIMARY KEY,
    t07_id integer REFERENCES t07,
    t10_id integer REFERENCES t10,
    t20_id integer NOT NULL REFERENCES t20
);
CREATE TABLE t22 (
    id integer PRIMARY KEY,
    t07_id integer REFERENCES t07,
    t11_id integer REFERENCES t11,
    t21_id integer NOT NULL REFERENCES t21
);
CREATE TABLE t23 (
    id integer PRIMARY KEY,
    t07_id integer REFERENCES t07,
    t11_id integer REFERENCES t11,
    t22_id integer NOT NULL REFERENCES t22
);
CREATE TABLE t24 (
    id integer PRIMARY KEY,
    t08_id integer REFERENCES t08,
    t12_id integer REFERENCES t12,
    t23_id integer NOT NULL REFERENCES t23
);
CREATE TABLE t25 (
    id integer PRIMARY KEY,
    t08_id integer REFERENCES t08,
    t12_id integer REFERENCES t12,
    t24_id integer NOT NULL REFERENCES t24
);
CREATE TABLE t26 (
    id integer PRIMARY KEY,
    t08_id integer REFERENCES t08,
    t13_id integer REFERENCES t13,
    t25_id integer NOT NULL REFERENCES t25
);
CREATE TABLE t27 (
    id integer PRIMARY KEY,
    t09_id integer REFERENCES t09,
    t13_id integer REFERENCES t13,
    t26_id integer NOT NULL REFERENCES t26
);
CREATE TABLE t28 (
    id integer PRIMARY KEY,
    t09_id integer REFERENCES t09,
    t14_id integer REFERENCES t14,
    t27_id integer NOT NULL REFERENCES t27
);
CREATE TABLE t29 (
    id integer PRIMARY KEY,
    t09_id integer REFERENCES t09,
    t14_id integer REFERENCES t14,
    t28_id integer NOT NULL REFERENCES t28
);
CREATE TABLE t30 (
    id integer PRIMARY KEY,
    t10_id integer REFERENCES t10,
    t15_id integer REFERENCES t15,
    t29_id integer NOT NULL REFERENCES t29
);
CREATE TABLE t31 (
    id integer PRIMARY KEY,
    t10_id integer REFERENCES t10,
    t15_id integer REFERENCES t15,
    t30_id integer NOT NULL REFERENCES t30
);
CREATE TABLE t32 (
    id integer PRIMARY KEY,
    t10_id integer REFERENCES t10,
    t16_id integer REFERENCES t16,
    t31_id integer NOT NULL REFERENCES t31
);
CREATE TABLE t33 (
    id integer PRIMARY KEY,
    t11_id integer REFERENCES t11,
    t16_id integer REFERENCES t16,
    t32_id integer NOT NULL REFERENCES t32
);
CREATE TABLE t34 (
    id integer PRIMARY KEY,
    t11_id integer REFERENCES t11,
    t17_id integer REFERENCES t17,
    t33_id integer NOT NULL REFERENCES t33
);
CREATE TABLE t35 (
    id integer PRIMARY KEY,
    t11_id integer REFERENCES t11,
    t17_id integer REFERENCES t17,
    t34_id integer NOT NULL REFERENCES t34
);
CREATE TABLE t36 (
    id integer PRIMARY KEY,
    t12_id integer REFERENCES t12,
    t18_id integer REFERENCES t18,
    t35_id integer NOT NULL REFERENCES t35
);
CREATE TABLE t37 (
    id integer PRIMARY KEY,
    t12_id integer REFERENCES t12,
    t18_id integer REFERENCES t18,
    t36_id integer NOT NULL REFERENCES t36
);
CREATE TABLE t38 (
    id integer PRIMARY KEY,
    t12_id integer REFERENCES t12,
    t19_id integer REFERENCES t19,
    t37_id integer NOT NULL REFERENCES t37
);
CREATE TABLE t39 (
    id integer PRIMARY KEY,
    t13_id integer REFERENCES t13,
    t19_id integer REFERENCES t19,
    t38_id integer NOT NULL REFERENCES t38
);
CREATE TABLE t40 (
    id integer PRIMARY KEY,
    t13_id integer REFERENCES t13,
    t20_id integer REFERENCES t20,
    t39_id integer NOT NULL REFERENCES t39
);
CREATE TABLE t41 (
    id integer PRIMARY KEY,
    t13_id integer REFERENCES t13,
    t20_id integer REFERENCES t20,
    t40_id integer NOT NULL REFERENCES t40
);
CREATE TABLE t42 (
    id integer PRIMARY KEY,
    t14_id integer REFERENCES t14,
    t21_id integer REFERENCES t21,
    t41_id integer NOT NULL REFERENCES t41
);
CREATE TABLE t43 (
    id integer PRIMARY KEY,
    t14_id integer REFERENCES t14,
    t21_id integer REFERENCES t21,
    t42_id integer NOT NULL REFERENCES t42
);
CREATE TABLE t44 (
    id integer PRIMARY KEY,
    t14_id integer REFERENCES t14,
    t22_id integer REFERENCES t22,
    t43_id integer NOT NULL REFERENCES t43
);
CREATE TABLE t45 (
    id integer PRIMARY KEY,
    t15_id integer REFERENCES t15,
    t22_id integer REFERENCES t22,
    t44_id integer NOT NULL REFERENCES t44
);
CREATE TABLE t46 (
    id integer PRIMARY KEY,
    t15_id integer REFERENCES t15,
    t23_id integer REFERENCES t23,
    t45_id integer NOT NULL REFERENCES t45
);
CREATE TABLE t47 (
    id integer PRIMARY KEY,
    t15_id integer REFERENCES t15,
    t23_id integer REFERENCES t23,
    t46_id integer NOT NULL REFERENCES t46
);
CREATE TABLE t48 (
    id integer PRIMARY KEY,
    t16_id integer REFERENCES t16,
    t24_id integer REFERENCES t24,
    t47_id integer NOT NULL REFERENCES t47
);
CREATE TABLE t49 (
    id integer PRIMARY KEY,
    t16_id integer REFERENCES t16,
    t24_id integer REFERENCES t24,
    t48_id integer NOT NULL REFERENCES t48
);
CREATE TABLE t50 (
    id integer PRIMARY KEY,
    t16_id integer REFERENCES t16,
    t25_id integer REFERENCES t25,
    t49_id integer NOT NULL REFERENCES t49
);
CREATE TABLE t51 (
    id integer PRIMARY KEY,
    t17_id integer REFERENCES t17,
    t25_id integer REFERENCES t25,
    t50_id integer NOT NULL REFERENCES t50
);
CREATE TABLE t52 (
    id integer PRIMARY KEY,
    t17_id integer REFERENCES t17,
    t26_id integer REFERENCES t26,
    t51_id integer NOT NULL REFERENCES t51
);
CREATE TABLE t53 (
    id integer PRIMARY KEY,
    t17_id integer REFERENCES t17,
    t26_id integer REFERENCES t26,
    t52_id integer NOT NULL REFERENCES t52
);
CREATE TABLE t54 (
    id integer PRIMARY KEY,
    t18_id integer REFERENCES t18,
    t27_id integer REFERENCES t27,
    t53_id integer NOT NULL REFERENCES t53
);
CREATE TABLE t55 (
    id integer PRIMARY KEY,
    t18_id integer REFERENCES t18,
    t27_id integer REFERENCES t27,
    t54_id integer NOT NULL REFERENCES t54
);
CREATE TABLE t56 (
    id integer PRIMARY KEY,
    t18_id integer REFERENCES t18,
    t28_id integer REFERENCES t28,
    t55_id integer NOT NULL REFERENCES t55
);
CREATE TABLE t57 (
    id integer PRIMARY KEY,
    t19_id integer REFERENCES t19,
    t28_id integer REFERENCES t28,
    t56_id integer NOT NULL REFERENCES t56
);
CREATE TABLE t58 (
    id integer PRIMARY KEY,
    t19_id integer REFERENCES t19,
    t29_id integer REFERENCES t29,
    t57_id integer NOT NULL REFERENCES t57
);
CREATE TABLE t59 (
    id integer PRIMARY KEY,
    t19_id integer REFERENCES t19,
    t29_id integer REFERENCES t29,
    t58_id integer NOT NULL REFERENCES t58
);
