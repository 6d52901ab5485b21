// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>

#include <synth/program/generate_command.hpp>

#include "../database/scratch.hpp"
#include "odd.hpp"
#include "shop.hpp"
#include "zstd_text.hpp"

namespace {

std::string content(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

synth::generate_options into(const scratch::folder& where, const std::string& format = "csv") {
    synth::generate_options options;
    options.directory = (where.path / "out").string();
    options.format = format;
    return options;
}

} // namespace

TEST_CASE("every table gets a file, and nothing else is left") {
    const scratch::folder where;
    const synth::summary done = synth::generate(shop::described(), into(where));
    CHECK(done.rows() == 1'300);
    CHECK(done.tables.size() == 3);
    std::uint64_t bytes = 0;
    std::size_t files = 0;
    for (const auto& each : std::filesystem::directory_iterator{where.path / "out"}) {
        bytes += each.file_size();
        ++files;
    }
    CHECK(files == 3);
    CHECK(bytes == done.bytes);
    CHECK(content(where.path / "out/customer.csv").find("id,name,email,joined_at\r\n1,") == 0);
}

TEST_CASE("parts one behind the other are the whole, in every form and for any number of threads") {
    for (const std::string format : {"csv", "copy", "copy-binary", "tbl"}) {
        const scratch::folder where;
        const std::string extension = format == "copy-binary" ? "pgcopy" : format;
        synth::generate_options options = into(where, format);
        options.plan.threads = "1";
        static_cast<void>(synth::generate(shop::described(), options));
        std::string joined;
        options.plan.threads = "3";
        for (int index = 1; index <= 7; ++index) {
            options.part = std::to_string(index) + "/7";
            static_cast<void>(synth::generate(shop::described(), options));
            joined += content(where.path / ("out/line.part-" + std::to_string(index) + "-of-7." + extension));
        }
        CHECK(joined == content(where.path / ("out/line." + extension)));
        CHECK(joined.size() > 900);
    }
}

TEST_CASE("compressed files hold the bytes of those that are not, and so do their parts") {
    const scratch::folder where;
    synth::generate_options options = into(where);
    const synth::summary plain = synth::generate(shop::described(), options);
    options.compression = "zstd:1";
    const synth::summary done = synth::generate(shop::described(), options);
    CHECK(done.bytes == plain.bytes);
    CHECK_FALSE(plain.compressed_bytes.has_value());
    std::uint64_t bytes = 0;
    for (const std::string table : {"customer", "orders", "line"}) {
        CAPTURE(table);
        const std::filesystem::path path = where.path / ("out/" + table + ".csv.zst");
        bytes += std::filesystem::file_size(path);
        CHECK(zstd_text::decompressed(content(path)) == content(where.path / ("out/" + table + ".csv")));
    }
    CHECK(done.compressed_bytes == bytes);
    CHECK(bytes < done.bytes);
    std::string joined;
    for (int index = 1; index <= 3; ++index) {
        options.part = std::to_string(index) + "/3";
        static_cast<void>(synth::generate(shop::described(), options));
        joined += content(where.path / ("out/line.part-" + std::to_string(index) + "-of-3.csv.zst"));
    }
    CHECK(zstd_text::decompressed(joined) == content(where.path / "out/line.csv"));
}

TEST_CASE("tbl is rows with bars between the cells and nothing before them") {
    const scratch::folder where;
    static_cast<void>(synth::generate(shop::described(), into(where, "tbl")));
    static_cast<void>(synth::generate(shop::described(), into(where, "csv")));
    std::string bars = content(where.path / "out/orders.tbl");
    std::string commas = content(where.path / "out/orders.csv");
    CHECK(bars.substr(0, 2) == "1|");
    std::ranges::replace(bars, '|', ',');
    std::erase(commas, '\r');
    CHECK(bars == commas.substr(commas.find('\n') + 1));
}

TEST_CASE("files that are there are not replaced unless asked for, and no table is begun") {
    const scratch::folder where;
    synth::generate_options options = into(where);
    std::filesystem::create_directory(where.path / "out");
    std::ofstream{where.path / "out/line.csv"} << "mine";
    CHECK(scratch::has(
        scratch::thrown_by([&] { static_cast<void>(synth::generate(shop::described(), options)); }),
        "line.csv is there already; give --overwrite to replace it"));
    CHECK_FALSE(std::filesystem::exists(where.path / "out/customer.csv"));
    CHECK(content(where.path / "out/line.csv") == "mine");
    options.overwrite = true;
    static_cast<void>(synth::generate(shop::described(), options));
    CHECK(content(where.path / "out/line.csv") != "mine");
    options.overwrite = false;
    options.compression = "zstd"; // a file of another name
    static_cast<void>(synth::generate(shop::described(), options));
    CHECK(scratch::has(
        scratch::thrown_by([&] { static_cast<void>(synth::generate(shop::described(), options)); }),
        ".csv.zst is there already; give --overwrite to replace it"));
}

TEST_CASE("a folder that cannot be made is named") {
    const scratch::folder where;
    std::ofstream{where.path / "out"} << "a file";
    CHECK(scratch::has(
        scratch::thrown_by([&] { static_cast<void>(synth::generate(shop::described(), into(where))); }),
        "synth: cannot make the folder " + (where.path / "out").string()));
}

TEST_CASE("standard output takes one table only") {
    CHECK_THROWS_AS(static_cast<void>(synth::generate(shop::described(), {})), synth::usage_error);
}

TEST_CASE("a table whose name a terminal would obey, or a folder, has a harmless file") {
    const scratch::folder where;
    static_cast<void>(synth::generate(odd::described(), into(where)));
    CHECK(std::filesystem::exists(where.path / "out/ev%1B%5B2Jil.csv"));
    CHECK(content(where.path / "out/flag.csv").find("\r\nt,") != std::string::npos);
}

TEST_CASE("tables that are not chosen stop nothing") {
    const scratch::folder where;
    synth::generate_options options = into(where);
    options.plan.rows = {"flag=50"};
    CHECK(scratch::has(
        scratch::thrown_by([&] { static_cast<void>(synth::generate(odd::described(), options)); }),
        "synth: flag.on: 50 rows need as many distinct values, but the column has only 2"));
    options.plan.rows = {"line=9223372036854775807"};
    CHECK(scratch::has(
        scratch::thrown_by([&] { static_cast<void>(synth::generate(shop::described(), options)); }),
        "synth: line.number: numbers up to "));
    options.plan.tables = {"customer"};
    CHECK(synth::generate(shop::described(), options).rows() == 100);
}
