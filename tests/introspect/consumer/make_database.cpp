// SPDX-License-Identifier: BSL-1.0
#include <cstdio>

#include <sqlite3.h>

int main(int, char** arguments) {
    std::remove(arguments[1]);
    sqlite3* database = nullptr;
    const bool opened = sqlite3_open(arguments[1], &database) == SQLITE_OK;
    const bool made =
        opened && sqlite3_exec(database, "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
                               nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return made ? 0 : 1;
}
