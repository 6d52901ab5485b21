// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_OUTPUT_FILE_HPP
#define SYNTH_SINK_OUTPUT_FILE_HPP

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
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
    } else if (error == EISDIR) {
        remedy = "; there is a folder of this name: choose another place";
    } else if (error == ENAMETOOLONG) {
        remedy = "; choose a folder with a shorter path";
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

namespace detail {

// The names of files that are begun, for a signal handler: it may only read and unlink. The compiler's atomic
// operations, as <atomic> would cost every including file 0.06 s (docs/design/compile_time.md).
class begun_files {
public:
    static constexpr std::size_t most = 64;

    // The name must stay where it is until it is forgotten. With more files than places some are not
    // remembered, which costs no more than a file that a killed process leaves.
    static void remember(const char* name) {
        for (const char*& place : names) {
            if (replace(place, nullptr, name)) {
                return;
            }
        }
    }
    static void forget(const char* name) {
        for (const char*& place : names) {
            if (replace(place, name, nullptr)) {
                return;
            }
        }
    }
    static void unlink_all() {
        for (const char* const& place : names) {
            if (const char* name = __atomic_load_n(&place, __ATOMIC_SEQ_CST); name != nullptr) {
                ::unlink(name);
            }
        }
    }

private:
    static bool replace(const char*& place, const char* expected, const char* wanted) {
        return __atomic_compare_exchange_n(&place, &expected, wanted, false, __ATOMIC_SEQ_CST,
                                           __ATOMIC_SEQ_CST);
    }

    static_assert(__atomic_always_lock_free(sizeof(const char*), nullptr),
                  "a signal handler cannot wait for a lock");
    static inline std::array<const char*, most> names{};
};

} // namespace detail

/// Removes the files that are begun and not published; for signal handlers, before the process ends.
inline void remove_begun_files() { detail::begun_files::unlink_all(); }

/// Where a file is until it is complete: without a name, so that not even a killed process leaves it behind,
/// or under a hidden name, where the file system knows nothing better (NFS, FAT).
enum class unfinished : std::uint8_t { nameless, hidden };

/// A file that appears under its name only when it is complete: `publish` gives it the name. Without
/// `publish` nothing stays.
class output_file {
public:
    explicit output_file(std::string path, unfinished wanted = unfinished::nameless)
        : path_(std::move(path)), hidden_(hidden_name(path_)) {
        refuse_bad_name();
        if (wanted == unfinished::nameless) {
            open_nameless();
        }
        if (descriptor_ < 0) {
            open_hidden();
        }
    }
    output_file(const output_file&) = delete;
    output_file& operator=(const output_file&) = delete;
    ~output_file() {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
        drop_hidden();
    }

    void write(std::string_view block) { write_block(descriptor_, block, path_); }

    void publish() {
        if (!has_name_) {
            link();
        }
        const int closed = ::close(descriptor_);
        descriptor_ = -1;
        if (closed != 0 && !has_name_) { // a delayed error of a write: the file is not complete
            const int error = errno;
            ::unlink(path_.c_str());
            throw detail::write_failure(path_, error);
        }
        if (closed != 0 || (has_name_ && ::rename(hidden_.c_str(), path_.c_str()) != 0)) {
            throw detail::write_failure(path_, errno);
        }
        if (has_name_) { // it is the file's no longer
            detail::begun_files::forget(hidden_.c_str());
            has_name_ = false;
        }
    }

private:
    // What the file system would say at the end, when all rows are written.
    void refuse_bad_name() const {
        struct stat found{};
        const int error = ::lstat(path_.c_str(), &found) != 0 ? errno : 0;
        if (error == ENAMETOOLONG || (error == 0 && S_ISDIR(found.st_mode))) {
            throw detail::write_failure(path_, error == 0 ? EISDIR : error);
        }
    }

    static std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

    // In the same folder, so that the rename is atomic, and short: the file's own name may be as long as the
    // file system allows.
    static std::string hidden_name(const std::string& path) {
        static unsigned files = 0;
        return folder_of(path) + ".synth-" + std::to_string(::getpid()) + "-" +
               std::to_string(__atomic_fetch_add(&files, 1U, __ATOMIC_RELAXED));
    }

    [[nodiscard]] std::string link_to_descriptor() const {
        return "/proc/self/fd/" + std::to_string(descriptor_);
    }

    void open_nameless() {
#ifdef O_TMPFILE
        const std::string folder = folder_of(path_);
        descriptor_ = ::open(folder.empty() ? "." : folder.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666);
        struct stat found{};
        if (descriptor_ >= 0 && ::lstat(link_to_descriptor().c_str(), &found) != 0) {
            ::close(descriptor_); // without /proc it would never get a name
            descriptor_ = -1;
        }
#endif
    }

    void open_hidden() {
        descriptor_ = ::open(hidden_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
        if (descriptor_ < 0) {
            throw detail::write_failure(path_, errno);
        }
        keep_hidden();
    }

    // A name is given at once where it is free. A link replaces nothing, but a rename does: a file that is
    // there keeps its name until the new one takes it.
    void link() {
        const auto link_as = [&](const std::string& name) {
            return ::linkat(AT_FDCWD, link_to_descriptor().c_str(), AT_FDCWD, name.c_str(),
                            AT_SYMLINK_FOLLOW) == 0;
        };
        if (link_as(path_)) {
            return;
        }
        if (errno != EEXIST) {
            throw detail::write_failure(path_, errno);
        }
        ::unlink(hidden_.c_str()); // of a killed process that had our number
        if (!link_as(hidden_)) {
            throw detail::write_failure(path_, errno);
        }
        keep_hidden();
    }

    void keep_hidden() {
        has_name_ = true;
        detail::begun_files::remember(hidden_.c_str());
    }
    void drop_hidden() {
        if (has_name_) {
            ::unlink(hidden_.c_str());
            detail::begun_files::forget(hidden_.c_str());
        }
    }

    std::string path_;
    std::string hidden_;
    int descriptor_ = -1;
    bool has_name_ = false; // the hidden one
};

} // namespace synth

#endif
