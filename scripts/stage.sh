# Sourced by the other scripts: one line before a piece of work, one after, with the time it took.

# stage <name> <what it does> <command …>: runs the command; when it fails, says so and ends the script.
stage() {
    local name=$1 what=$2 start=$SECONDS
    shift 2
    printf '\n==> %s: %s\n' "$name" "$what"
    # Not `if "$@"`: inside a condition bash forgets `set -e`, also in the functions that it calls.
    local status=0
    set +e
    ( set -e; "$@" )
    status=$?
    set -e
    local took; took=$(duration $((SECONDS - start)))
    if [ "$status" -ne 0 ]; then
        printf '==> %s FAILED after %s (status %s). The lines above say why.\n' "$name" "$took" "$status" >&2
        exit 1
    fi
    printf '==> %s done in %s\n' "$name" "$took"
    stages_done+=("$(printf '%-12s %s' "$name" "$took")")
}
stages_done=()

# The times of all stages, under each other.
show_stages() {
    printf '\nAll good:\n'
    printf '  %s\n' "${stages_done[@]}"
}

duration() {
    if [ "$1" -ge 60 ]; then printf '%d min %02d s' $(($1 / 60)) $(($1 % 60)); else printf '%d s' "$1"; fi
}

# Ends the script with what is wrong and what to do about it.
fail() {
    printf '%s: %s\n' "$0" "$*" >&2
    exit 1
}
