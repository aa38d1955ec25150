using System.Collections.Concurrent;
using System.Diagnostics;
using BuyingGroups.Tests.Machine;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>
/// The real program in a process of its own, on a free loopback port, with a database and a storage folder that vanish with it.
/// It is the output built with these tests. Its log is kept and shown when it fails to start.
/// </summary>
public sealed class RunningPortal : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TemporaryFolder _folder;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningPortal(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> settings, TemporaryFolder folder, string? workingFolder)
    {
        _folder = folder;
        _process = new Process { StartInfo = Command(arguments, settings, folder, workingFolder), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("The portal ended before it listened. Its log:\n" + Log));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it listens, such as http://127.0.0.1:41234/.</summary>
    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>Everything it printed so far.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Its process, for tests that kill it.</summary>
    public Process Process => _process;

    /// <summary>The folder with its database and storage.</summary>
    public string DataFolder => _folder.Path;

    /// <summary>Starts the portal as a web server and waits until it listens.</summary>
    /// <param name="settings">Configuration beside the defaults, such as <c>Database__Provider</c>.</param>
    /// <param name="commands">Commands of the program to run first against the same data, each ending in success.</param>
    /// <param name="workingFolder">The folder to start it in; that of the project, as dotnet run does, when null.</param>
    public static async Task<RunningPortal> StartAsync(IReadOnlyDictionary<string, string>? settings = null, IReadOnlyList<string[]>? commands = null, string? workingFolder = null)
    {
        var folder = new TemporaryFolder("portal");
        foreach (var command in commands ?? [])
        {
            var (exitCode, output) = await RunCommandAsync(folder, command);
            Assert.True(exitCode == 0, $"{string.Join(' ', command)} ended with {exitCode}:\n{output}");
        }

        var portal = new RunningPortal([], settings ?? new Dictionary<string, string>(StringComparer.Ordinal), folder, workingFolder);
        try
        {
            portal.Address = await portal._listening.Task.WaitAsync(TimeSpan.FromMinutes(2));
            return portal;
        }
        catch (TimeoutException late)
        {
            var log = portal.Log;
            await portal.DisposeAsync();
            throw new InvalidOperationException("The portal did not listen within two minutes. Its log:\n" + log, late);
        }
    }

    /// <summary>Runs one of the program's commands (<c>migrate</c>, <c>import accounts FILE</c>, <c>demo --exit</c>) against this portal's data and gives its exit code and output.</summary>
    public Task<(int ExitCode, string Output)> CommandAsync(params IReadOnlyList<string> arguments) => RunCommandAsync(_folder, arguments);

    /// <summary>Runs a command of the program against the data in <paramref name="folder"/>, without a web server.</summary>
    public static Task<(int ExitCode, string Output)> RunCommandAsync(TemporaryFolder folder, params IReadOnlyList<string> arguments) =>
        RunCommandAsync(folder, new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    /// <summary>As above, with configuration beside the defaults.</summary>
    public static async Task<(int ExitCode, string Output)> RunCommandAsync(TemporaryFolder folder, IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(Command(arguments, settings, folder))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _folder.Dispose();
    }

    /// <summary>How a process of the program is started on the data in a folder.</summary>
    internal static ProcessStartInfo Command(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> settings, TemporaryFolder folder, string? workingFolder = null)
    {
        var project = Path.Combine(ThisMachine.Repository, "BuyingGroups.Portal");
        var start = new ProcessStartInfo("dotnet")
        {
            // The content root is the current folder, as with dotnet run.
            WorkingDirectory = workingFolder ?? project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(project, "bin", ThisMachine.BuildConfiguration, "net10.0", "BuyingGroups.Portal.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["Database__Provider"] = "Sqlite";
        start.Environment["Database__ConnectionString"] = $"Data Source={folder["portal.db"]}";
        start.Environment["Storage__Directory"] = folder["storage"];
        start.Environment["Logging__Console__FormatterName"] = "simple";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        _log.Enqueue(line);
        const string announcement = "Now listening on: ";
        var at = line.IndexOf(announcement, StringComparison.Ordinal);
        if (at >= 0 && Uri.TryCreate(line[(at + announcement.Length)..].Trim(), UriKind.Absolute, out var address))
        {
            _listening.TrySetResult(address);
        }
    }
}
