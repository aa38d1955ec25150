namespace BuyingGroups.Portal.Features.Imports;

/// <summary>Keeps uploaded files under Storage:Directory/imports until their rows are in.</summary>
public sealed class ImportStorage(IConfiguration configuration, IHostEnvironment environment)
{
    private const long DefaultLimit = 512L * 1024 * 1024;

    /// <summary>Largest file taken, in bytes: Imports:LargestFile.</summary>
    public long Limit { get; } = configuration.GetValue("Imports:LargestFile", DefaultLimit);

    private string Folder { get; } = Path.GetFullPath(Path.Combine(environment.ContentRootPath, configuration["Storage:Directory"] ?? "App_Data", "imports"));

    /// <summary>Copies <paramref name="content"/> to a new file; null and nothing kept when it is larger than <see cref="Limit"/>.</summary>
    public async Task<(string Name, long Size)?> KeepAsync(Stream content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var name = $"{Guid.NewGuid():N}.csv";
        long size = 0;
        try
        {
            await using var file = new FileStream(PathOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
            var block = new byte[1 << 16];
            int read;
            while ((read = await content.ReadAsync(block, cancellationToken)) > 0)
            {
                size += read;
                if (size > Limit)
                    break;
                await file.WriteAsync(block.AsMemory(0, read), cancellationToken);
            }
        }
        catch
        {
            // Half a file is no file.
            Remove(name);
            throw;
        }
        if (size <= Limit)
            return (name, size);
        Remove(name);
        return null;
    }

    /// <summary>Opens a kept file for reading from its start; null when it is gone.</summary>
    public FileStream? Open(string? name)
    {
        if (name is null || !IsName(name) || !File.Exists(PathOf(name)))
            return null;
        return new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
    }

    public void Remove(string? name)
    {
        if (name is not null && IsName(name))
            File.Delete(PathOf(name));
    }

    /// <summary>The files written last before <paramref name="moment"/> (UTC).</summary>
    public IReadOnlyList<string> KeptBefore(DateTime moment) => !Directory.Exists(Folder)
        ? []
        : [.. new DirectoryInfo(Folder).EnumerateFiles().Where(file => IsName(file.Name) && file.LastWriteTimeUtc < moment).Select(file => file.Name)];

    /// <summary>Only names this class made lead to a file.</summary>
    public static bool IsName(string name) =>
        name.Length == 36 && name.EndsWith(".csv", StringComparison.Ordinal) && Guid.TryParseExact(name.AsSpan(0, 32), "N", out _);

    private string PathOf(string name) => Path.Combine(Folder, name);
}
