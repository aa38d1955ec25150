using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using BuyingGroups.Tests.Machine;
using Npgsql;

namespace BuyingGroups.Tests.Databases;

/// <summary>
/// A real PostgreSQL for one test run, started at its first use in a temporary folder on a free loopback port, and stopped with the run.
/// A shell waits beside it on our end of a pipe: however this process ends, even killed, the pipe closes and the server and its folder go.
/// </summary>
public sealed class PostgreSqlServer
{
    // Durability is not what these tests are about; a server that never syncs answers several times faster.
    private const string Settings = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=128MB -c log_min_messages=fatal";

    private static readonly Lazy<Task<PostgreSqlServer>> Started = new(() => Task.Run(StartAsync));

    private readonly Process _guard;

    private PostgreSqlServer(Process guard, int port)
    {
        _guard = guard;
        Port = port;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
    }

    public int Port { get; }

    /// <summary>The server of this run; started when the first test asks for it.</summary>
    public static Task<PostgreSqlServer> RunningAsync() => Started.Value;

    /// <summary>How to reach <paramref name="database"/> on this server.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = "portal",
        Database = database,
        IncludeErrorDetail = true,
    }.ConnectionString;

    /// <summary>Runs one statement on the server's own database: creating and dropping databases.</summary>
    public async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        var programs = ThisMachine.PostgreSqlPrograms
            ?? throw new InvalidOperationException("PostgreSQL is missing on this machine. The tests start their own server and need initdb and postgres (Debian: apt-get install postgresql).");
        var port = FreePort();
        var guard = StartGuard(programs, port);
        var said = "";
        guard.ErrorDataReceived += (_, line) => said += line.Data + "\n";
        guard.BeginErrorReadLine();
        guard.OutputDataReceived += (_, _) => { };
        guard.BeginOutputReadLine();

        var server = new PostgreSqlServer(guard, port);
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await server.ExecuteAsync("SELECT 1");
                return server;
            }
            catch (NpgsqlException) when (!guard.HasExited && patience.Elapsed < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(100);
            }
            catch (NpgsqlException error)
            {
                throw new InvalidOperationException($"PostgreSQL did not start on port {port}. It said: {said}", error);
            }
        }
    }

    private static Process StartGuard(string programs, int port)
    {
        const string script = """
            set -e
            folder=$(mktemp -d /tmp/buyinggroups-postgresql-XXXXXX)
            trap 'rm -rf "$folder"' EXIT
            "$1/initdb" --pgdata="$folder/data" --username=portal --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null
            "$1/postgres" -D "$folder/data" -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories= $3 &
            server=$!
            cat >/dev/null
            kill -INT $server
            wait $server || true
            """;
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = "/tmp" };
        string[] shell = ["/bin/sh", "-c", script, "sh", programs, port.ToString(System.Globalization.CultureInfo.InvariantCulture), Settings];

        // PostgreSQL refuses to run as root, which is who runs the tests in most containers.
        string[] command = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", .. shell] : shell;
        start.FileName = command[0];
        foreach (var argument in command[1..])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
    }

    private void Stop()
    {
        NpgsqlConnection.ClearAllPools();
        _guard.StandardInput.Close();
        _guard.WaitForExit(TimeSpan.FromSeconds(10));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
