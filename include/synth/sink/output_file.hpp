// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_OUTPUT_FILE_HPP
#define SYNTH_SINK_OUTPUT_FILE_HPP

#include <cerrno>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
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
        remedy = "; make room, or write fewer rows";
    } else if (error == EACCES || error == EROFS || error == EPERM || error == ENOTDIR) {
        remedy = "; choose a folder that you may write to";
    } else if (error == EFBIG) {
        remedy = "; write it in several parts";
    }
    return output_error{"cannot write " + name + ": " + std::generic_category().message(error) +
                        std::string{remedy}};
}

} // namespace detail

/// Writes a whole block to a file descriptor; the name is for messages.
inline void write_block(int descriptor, std::string_view block, const std::string& name) {
    while (!block.empty()) {
        const ssize_t written = ::write(descriptor, block.data(), block.size());
        if (written >= 0) {
            block.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EPIPE) {
            throw closed_pipe{};
        } else if (errno != EINTR) {
            throw detail::write_failure(name, errno);
        }
    }
}

/// Makes a folder and those above it where they are missing.
inline void make_folder(const std::string& path) {
    for (std::size_t slash = path.find('/', 1); !path.empty(); slash = path.find('/', slash + 1)) {
        const std::string folder = path.substr(0, slash);
        if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) {
            throw detail::write_failure(folder, errno);
        }
        if (slash == std::string::npos) {
            return;
        }
    }
}

/// A file that appears under its name only when it is complete: it is written beside it and renamed by
/// `publish`. Without `publish` nothing stays.
class output_file {
public:
    explicit output_file(std::string path) : path_(std::move(path)), temporary_(beside(path_)) {
        descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
        if (descriptor_ < 0) {
            throw detail::write_failure(path_, errno);
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

    void write(std::string_view block) { write_block(descriptor_, block, path_); }

    void publish() {
        const int closed = ::close(descriptor_);
        descriptor_ = -1;
        if (closed != 0 || ::rename(temporary_.c_str(), path_.c_str()) != 0) {
            throw detail::write_failure(path_, errno);
        }
        published_ = true;
    }

private:
    // In the same folder, so that the rename is atomic, and hidden from a look at it.
    static std::string beside(const std::string& path) {
        const std::size_t name = path.rfind('/') + 1; // 0 where there is no slash
        return path.substr(0, name) + "." + path.substr(name) + "." + std::to_string(::getpid());
    }

    std::string path_;
    std::string temporary_;
    int descriptor_ = -1;
    bool published_ = false;
};

} // namespace synth

#endif
