// SPDX-License-Identifier: BSL-1.0
#include "output.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>

#include <fmt/format.h>

#include "failure.hpp"
#include "text.hpp"
#include <unistd.h>

namespace synth::introspect {

namespace {

[[noreturn]] void fail(const std::string& path, int error) {
    throw failure(fmt::format("{} cannot be written: {}; check the folder and the space on the disk",
                              one_line(path), std::generic_category().message(error)));
}

bool holds(const std::string& path, std::string_view text) {
    std::ifstream file{path, std::ios::binary};
    const std::string present{std::istreambuf_iterator<char>{file}, {}};
    return file && present == text;
}

} // namespace

void put(const std::string& path, std::string_view text) {
    if (path == "-") {
        if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
            fail("standard output", errno);
        }
        return;
    }
    // A device or a pipe is written to, not replaced; /dev/stdout may lead to an ordinary file.
    std::error_code unknown;
    const std::filesystem::file_status present = std::filesystem::status(path, unknown);
    const bool device = path.starts_with("/dev/") || path.starts_with("/proc/");
    if (device || (std::filesystem::exists(present) && !std::filesystem::is_regular_file(present))) {
        std::ofstream special{path, std::ios::binary};
        if (!special.write(text.data(), static_cast<std::streamsize>(text.size())).flush()) {
            fail(path, errno);
        }
        return;
    }
    if (holds(path, text)) {
        return;
    }
    // Where a link leads, the file is replaced and the link stays.
    const std::filesystem::path real = std::filesystem::weakly_canonical(path, unknown);
    const std::string target = unknown ? path : real.string();
    const std::string temporary = fmt::format("{}.{}.part", target, getpid());
    errno = 0;
    {
        std::ofstream file{temporary, std::ios::binary};
        if (!file.write(text.data(), static_cast<std::streamsize>(text.size())).flush()) {
            const int error = errno;
            std::remove(temporary.c_str());
            fail(path, error);
        }
    }
    if (std::rename(temporary.c_str(), target.c_str()) != 0) {
        const int error = errno;
        std::remove(temporary.c_str());
        fail(path, error);
    }
}

} // namespace synth::introspect
