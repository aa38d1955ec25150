using System.Diagnostics;
using BuyingGroups.Tests.Machine;

namespace BuyingGroups.Tests.Architecture;

/// <summary>The files of the repository as git knows them, together with new ones that are not ignored.</summary>
internal static class Tree
{
    private static readonly Lazy<IReadOnlyList<string>> Listed = new(List);

    /// <summary>Paths relative to the repository, with forward slashes.</summary>
    public static IReadOnlyList<string> Files => Listed.Value;

    public static string Read(string file) => File.ReadAllText(Path.Combine(ThisMachine.Repository, file));

    public static bool IsText(string file) => Path.GetExtension(file) is not (".png" or ".woff2" or ".ico" or ".jpg" or ".gz" or ".zip");

    private static List<string> List()
    {
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = ThisMachine.Repository,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var git = Process.Start(start)!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return git.ExitCode == 0
            ? [.. files.Where(file => File.Exists(Path.Combine(ThisMachine.Repository, file)))]
            : throw new InvalidOperationException("git could not list the files of the repository.");
    }
}
