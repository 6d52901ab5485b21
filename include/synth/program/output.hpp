// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_OUTPUT_HPP
#define SYNTH_PROGRAM_OUTPUT_HPP

#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace synth {

/// Thrown when bytes cannot be written; says where and why.
struct output_error : std::runtime_error {
    explicit output_error(const std::string& message) : std::runtime_error("synth: " + message) {}
};

/// Thrown when the reader of a pipe has gone, as `head` does when it has seen enough.
struct closed_pipe : output_error {
    closed_pipe() : output_error("the reader of the pipe has gone") {}
};

namespace detail {

inline output_error write_failure(const std::string& name, int error) {
    std::string_view remedy;
    if (error == ENOSPC || error == EDQUOT) {
        remedy = "; make room, or write fewer rows with --rows";
    } else if (error == EACCES || error == EROFS || error == EPERM) {
        remedy = "; choose a folder that you may write to";
    } else if (error == EFBIG) {
        remedy = "; write several parts with --part";
    }
    return output_error{"cannot write " + name + ": " + std::generic_category().message(error) +
                        std::string{remedy}};
}

inline void write_all(int descriptor, std::string_view block, const std::string& name) {
    while (!block.empty()) {
        const ssize_t written = ::write(descriptor, block.data(), block.size());
        if (written >= 0) {
            block.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EPIPE) {
            throw closed_pipe{};
        } else if (errno != EINTR) {
            throw write_failure(name, errno);
        }
    }
}

} // namespace detail

/// Standard output, unbuffered: callers hand over large blocks.
class standard_output {
public:
    static void write(std::string_view block) { detail::write_all(STDOUT_FILENO, block, "standard output"); }
};

/// A file that appears under its name only when it is complete: it is written beside it and renamed by
/// `publish`. Without `publish` nothing stays.
class output_file {
public:
    explicit output_file(std::filesystem::path path)
        : path_(std::move(path)), temporary_(path_.parent_path() / ("." + path_.filename().string() + "." +
                                                                    std::to_string(::getpid()))) {
        descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
        if (descriptor_ < 0) {
            throw detail::write_failure(path_.string(), errno);
        }
    }
    output_file(const output_file&) = delete;
    output_file& operator=(const output_file&) = delete;
    ~output_file() {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
        if (!published_) {
            ::unlink(temporary_.c_str());
        }
    }

    void write(std::string_view block) { detail::write_all(descriptor_, block, path_.string()); }

    void publish() {
        const int closed = ::close(descriptor_);
        descriptor_ = -1;
        if (closed != 0 || ::rename(temporary_.c_str(), path_.c_str()) != 0) {
            throw detail::write_failure(path_.string(), errno);
        }
        published_ = true;
    }

private:
    std::filesystem::path path_;
    std::filesystem::path temporary_;
    int descriptor_ = -1;
    bool published_ = false;
};

} // namespace synth

#endif
