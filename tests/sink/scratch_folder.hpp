// SPDX-License-Identifier: BSL-1.0
// A folder of its own for a test, and what is in it.
#ifndef SYNTH_TESTS_SINK_SCRATCH_FOLDER_HPP
#define SYNTH_TESTS_SINK_SCRATCH_FOLDER_HPP

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>

#include <stdlib.h>

class scratch_folder {
public:
    scratch_folder() {
        path_ = (std::filesystem::temp_directory_path() / "synth-XXXXXX").string();
        if (::mkdtemp(path_.data()) == nullptr) {
            throw std::runtime_error{"no folder " + path_};
        }
    }
    scratch_folder(const scratch_folder&) = delete;
    scratch_folder& operator=(const scratch_folder&) = delete;
    ~scratch_folder() { std::filesystem::remove_all(path_); }

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }

    /// The names of all files below, hidden ones too.
    [[nodiscard]] std::set<std::string> files() const {
        std::set<std::string> names;
        for (const auto& entry : std::filesystem::recursive_directory_iterator{path_}) {
            if (!entry.is_directory()) {
                names.insert(entry.path().lexically_relative(path_).string());
            }
        }
        return names;
    }

    [[nodiscard]] std::string text(const std::string& name) const {
        std::ifstream file{*this / name, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }

private:
    std::string path_;
};

#endif
