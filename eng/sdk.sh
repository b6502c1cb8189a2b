# Sourced by the launcher and by ./test, with $root set to the repository: puts the .NET SDK that global.json asks for on the PATH.

# Where no home can be written to, the SDK and its package cache get one of their own.
if [[ -z ${DOTNET_CLI_HOME:-} && ! -w ${HOME:-} ]]; then
  DOTNET_CLI_HOME=$(cd "$root" && pwd)/out/home
  export DOTNET_CLI_HOME
fi
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# The first of the PATH's, DOTNET_ROOT's and the usual places' that has the SDK; 1 where none has.
find_sdk() {
  local dotnet
  for dotnet in "$(command -v dotnet)" "${DOTNET_ROOT:-}"/dotnet /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet /usr/lib64/dotnet/dotnet \
    /usr/local/share/dotnet/dotnet /opt/dotnet/dotnet ~/.dotnet/dotnet; do
    [[ -x $dotnet ]] && (cd "$root" && "$dotnet" --version) >/dev/null 2>&1 || continue
    [[ $dotnet == "$(command -v dotnet)" ]] || PATH=${dotnet%/*}:$PATH
    return 0
  done
  return 1
}
