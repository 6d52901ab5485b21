// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_INTERRUPTION_HPP
#define SYNTH_PROGRAM_INTERRUPTION_HPP

#include <array>
#include <csignal>
#include <cstddef>

#include <synth/sink/output_file.hpp>

namespace synth {

/// Ctrl-C and the like while an object lives: the first signal is only remembered, so that files and
/// transactions can be cleaned up; the second ends the process as usual, after the files that are begun.
class interruption {
public:
    interruption() {
        last = 0;
        struct sigaction action{};
        action.sa_handler = [](int signal) {
            if (last != 0) { // only what POSIX allows in a handler
                remove_begun_files();
                std::signal(signal, SIG_DFL);
                std::raise(signal); // taken when the handler returns
            }
            last = signal;
        };
        action.sa_flags = 0; // no SA_RESTART: a blocked write shall return
        for (std::size_t index = 0; index < signals.size(); ++index) {
            sigaction(signals[index], &action, &before_[index]);
            if (before_[index].sa_handler == SIG_IGN) { // nohup and shells want it so
                sigaction(signals[index], &before_[index], nullptr);
            }
        }
        // A closed pipe and a file that may not grow are errors of write(), not the end.
        struct sigaction ignore{};
        ignore.sa_handler = SIG_IGN;
        sigaction(SIGPIPE, &ignore, &pipe_before_);
        sigaction(SIGXFSZ, &ignore, &size_before_);
    }
    interruption(const interruption&) = delete;
    interruption& operator=(const interruption&) = delete;
    ~interruption() {
        for (std::size_t index = 0; index < signals.size(); ++index) {
            sigaction(signals[index], &before_[index], nullptr);
        }
        sigaction(SIGPIPE, &pipe_before_, nullptr);
        sigaction(SIGXFSZ, &size_before_, nullptr);
    }

    /// The signal that came, or 0.
    [[nodiscard]] static int signal() { return last; }
    [[nodiscard]] static bool happened() { return last != 0; }

private:
    static constexpr std::array<int, 3> signals{SIGINT, SIGTERM, SIGHUP};
    static inline volatile std::sig_atomic_t last = 0;
    std::array<struct sigaction, signals.size()> before_{};
    struct sigaction pipe_before_{};
    struct sigaction size_before_{};
};

} // namespace synth

#endif
