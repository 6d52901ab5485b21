// SPDX-License-Identifier: BSL-1.0
#include "split.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "failure.hpp"
#include "model.hpp"
#include "output.hpp"
#include "text.hpp"
#include "writer.hpp"

namespace synth::introspect {

namespace {

class program_writer {
public:
    program_writer(const model& content, engine from, const std::string& name_space)
        : content_(content), from_(from), name_space_(name_space), text_(content, from, name_space) {}

    [[nodiscard]] std::vector<source_file> write(std::size_t columns) {
        if (!content_.enumerations.empty()) {
            write_types();
        }
        const std::vector<row_list> named = named_rows(content_, name_space_);
        const std::vector<std::vector<member_list>> referenced = referenced_keys(content_);
        for (std::size_t row = 0; row < content_.rows.size(); ++row) {
            write_row(content_.rows[row]);
            write_table(content_.rows[row], named[row], referenced[row]);
        }
        write_schema();
        const std::vector<schema_part> parts = divide(content_, name_space_, columns);
        for (std::size_t number = 1; number <= parts.size(); ++number) {
            write_part(number, parts[number - 1]);
        }
        write_parts(parts.size());
        write_main();
        write_build(parts.size());
        return std::move(files_);
    }

private:
    void finish(const std::string& path) { files_.push_back({path, text_.take()}); }

    void write_types() {
        text_.begin_header("TYPES");
        text_.include_standard();
        text_.line("\n#include <synth/synth.hpp>");
        text_.open_name_space();
        for (const labelled& each : content_.enumerations) {
            text_.write_enumeration(each);
        }
        text_.close_name_space();
        for (const labelled& each : content_.enumerations) {
            text_.write_labels(each);
        }
        text_.line("\n#endif");
        finish("types.hpp");
    }

    void write_row(const row_struct& row) {
        const bool labels = std::ranges::any_of(row.members, [&](const member& each) {
            return each.type.find("::" + name_space_ + "::") != std::string::npos;
        });
        text_.begin_header("ROWS_" + row.name);
        text_.include_standard();
        text_.line("\n#include <synth/synth.hpp>{}", labels ? "\n\n#include \"../types.hpp\"" : "");
        text_.open_name_space();
        text_.write_struct(row);
        text_.close_name_space();
        text_.write_members(row);
        text_.line("\n#endif");
        finish("rows/" + row.name + ".hpp");
    }

    void write_table(const row_struct& row, const row_list& named,
                     const std::vector<member_list>& referenced) {
        text_.begin_header("TABLES_" + row.name);
        text_.line("{}#include <synth/synth.hpp>\n",
                   row.checks.empty() ? "" : "#include <synth/schema/check.hpp>\n");
        text_.line("#include \"../rows/{}.hpp\"", row.name);
        for (const std::size_t each : named) {
            text_.line("#include \"../rows/{}.hpp\"", content_.rows[each].name);
        }
        text_.write_table(row, referenced);
        text_.line("\n#endif");
        finish("tables/" + row.name + ".hpp");
    }

    void write_schema() {
        text_.begin_header("SCHEMA");
        text_.line("#include <synth/synth.hpp>\n");
        for (const row_struct& each : content_.rows) {
            text_.line("#include \"tables/{}.hpp\"", each.name);
        }
        text_.open_name_space();
        text_.write_schema();
        text_.close_name_space();
        text_.line("\n#endif");
        finish("schema.hpp");
    }

    // A table may be called part_1 too.
    [[nodiscard]] std::string function_of(std::size_t number) const {
        std::string name = fmt::format("part_{}", number);
        const auto is_taken = [&] {
            return std::ranges::find(content_.rows, name, &row_struct::name) != content_.rows.end() ||
                   std::ranges::find(content_.enumerations, name, &labelled::name) !=
                       content_.enumerations.end();
        };
        while (is_taken()) {
            name += '_';
        }
        return name;
    }

    // Tables are in the order of the whole schema, on which it may depend what the library makes of them.
    void write_part(std::size_t number, const schema_part& part) {
        row_list rows = part.whole;
        rows.insert(rows.end(), part.keys.begin(), part.keys.end());
        std::ranges::sort(rows);
        std::vector<std::string> names;
        text_.begin();
        text_.line("#include <memory>\n\n#include <synth/program/typed_schema.hpp>\n");
        for (const std::size_t each : rows) {
            const std::string& name = content_.rows[each].name;
            text_.line("#include \"tables/{}.hpp\"", name);
            names.push_back(contains(part.whole, each) ? name : fmt::format("synth::keys_of<{}>", name));
        }
        text_.open_name_space();
        text_.line("\nstd::unique_ptr<synth::program_schema> {}() {{", function_of(number));
        text_.line("    return std::make_unique<synth::typed_schema<synth::schema<{}>>>();\n}}",
                   filled(names, 8));
        text_.close_name_space();
        finish(fmt::format("part_{}.cpp", number));
    }

    void write_parts(std::size_t count) {
        text_.begin_header("PARTS");
        text_.line("#include <memory>\n#include <vector>\n\n#include <synth/program/program_schema.hpp>");
        text_.open_name_space();
        text_.line("");
        for (std::size_t number = 1; number <= count; ++number) {
            text_.line("[[nodiscard]] std::unique_ptr<synth::program_schema> {}();", function_of(number));
        }
        text_.line("\n/// The parts of the schema, for synth::joined_schema.");
        text_.line("[[nodiscard]] inline std::vector<std::unique_ptr<synth::program_schema>> parts() {{");
        text_.line("    std::vector<std::unique_ptr<synth::program_schema>> all;");
        for (std::size_t number = 1; number <= count; ++number) {
            text_.line("    all.push_back({}());", function_of(number));
        }
        text_.line("    return all;\n}}");
        text_.close_name_space();
        text_.line("\n#endif");
        finish("parts.hpp");
    }

    void write_main() {
        text_.begin();
        text_.line("#include <string>\n#include <vector>\n\n#include <synth/program/joined_schema.hpp>\n"
                   "#include <synth/program/run.hpp>\n\n#include \"parts.hpp\"\n");
        text_.line("int main(int argc, char** argv) {{");
        text_.line(
            "    return synth::run(synth::joined_schema{{{}::parts()}}, std::vector<std::string>(argv, "
            "argv + argc));\n}}",
            name_space_);
        finish("main.cpp");
    }

    // Targets are named in ASCII.
    [[nodiscard]] std::string target() const {
        std::string name = "synth_";
        for (const char c : name_space_) {
            const bool plain =
                c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            name += plain ? c : '_';
        }
        return name;
    }

    void write_build(std::size_t count) {
        text_.line("# {}", generated_by(from_));
        text_.line("cmake_minimum_required(VERSION 3.25)\nproject({} LANGUAGES CXX)\n", target());
        text_.line("if(PROJECT_IS_TOP_LEVEL AND NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)\n"
                   "    set(CMAKE_BUILD_TYPE Release)\nendif()");
        text_.line("if(NOT TARGET synth::program)\n    find_package(synth REQUIRED COMPONENTS program)\n"
                   "endif()\n");
        std::vector<std::string> sources;
        for (std::size_t number = 1; number <= count; ++number) {
            sources.push_back(fmt::format("part_{}.cpp", number));
        }
        text_.line("add_executable({} main.cpp\n    {})", target(), fmt::join(sources, "\n    "));
        text_.line("target_link_libraries({} PRIVATE synth::program)", target());
        finish("CMakeLists.txt");
    }

    const model& content_;
    engine from_;
    const std::string& name_space_;
    writer text_;
    std::vector<source_file> files_;
};

[[noreturn]] void fail(const std::filesystem::path& path, const std::error_code& error,
                       std::string_view action) {
    throw failure(fmt::format("{} cannot be {}: {}; check the folder and its permissions",
                              one_line(path.string()), action, error.message()));
}

bool is_ours(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::string first;
    return std::getline(file, first) && first.starts_with(fmt::format("// {}", generated_mark));
}

// Whether a file of this name may be one of an earlier program.
bool may_be_left(const std::string& folder, const std::string& name) {
    return folder.empty() ? name == "types.hpp" || (name.starts_with("part_") && name.ends_with(".cpp"))
                          : name.ends_with(".hpp");
}

void remove_left(const std::filesystem::path& root, const std::string& folder,
                 const std::set<std::string>& kept) {
    std::error_code error;
    std::filesystem::directory_iterator at{root / folder, error};
    if (error) {
        fail(root / folder, error, "read");
    }
    std::vector<std::filesystem::path> left;
    for (; !error && at != std::filesystem::directory_iterator{}; at.increment(error)) {
        const std::string name = at->path().filename().string();
        const std::string path = folder.empty() ? name : folder + "/" + name;
        if (may_be_left(folder, name) && !kept.contains(path) && at->is_regular_file() &&
            is_ours(at->path())) {
            left.push_back(at->path());
        }
    }
    for (const std::filesystem::path& each : left) {
        std::filesystem::remove(each, error);
        if (error) {
            fail(each, error, "removed");
        }
    }
}

} // namespace

split_program make_split_program(const catalog& database, const std::string& name_space,
                                 std::size_t columns) {
    const model content = make_model(database, name_space);
    const findings found = findings_of(content);
    return {found, program_writer{content, database.from, name_space}.write(columns)};
}

void put_split_program(const std::string& folder, const std::vector<source_file>& files) {
    const std::filesystem::path root{folder};
    std::error_code error;
    for (const char* each : {"rows", "tables"}) {
        std::filesystem::create_directories(root / each, error);
        if (error) {
            fail(root / each, error, "created");
        }
    }
    std::set<std::string> kept;
    for (const source_file& each : files) {
        put((root / each.path).string(), each.text);
        kept.insert(each.path);
    }
    for (const char* each : {"", "rows", "tables"}) {
        remove_left(root, each, kept);
    }
}

} // namespace synth::introspect
