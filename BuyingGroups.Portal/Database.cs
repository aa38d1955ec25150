using BuyingGroups.Data;
using BuyingGroups.Data.PostgreSql;
using BuyingGroups.Data.Providers;
using BuyingGroups.Data.Sqlite;
using BuyingGroups.Data.SqlServer;

namespace BuyingGroups.Portal;

/// <summary>Chooses the database by Database:Provider and Database:ConnectionString.</summary>
public static class Database
{
    public static DatabaseProvider ProviderNamed(string name) => name switch
    {
        "Sqlite" => new SqliteProvider(),
        "PostgreSql" => new PostgreSqlProvider(),
        "SqlServer" => new SqlServerProvider(),
        _ => throw new InvalidOperationException($"Database:Provider is “{name}”. It must be Sqlite, PostgreSql or SqlServer. The portal was not started."),
    };

    /// <summary>Registers the database; without a connection string, a SQLite file in the storage directory.</summary>
    public static (string Provider, string ConnectionString) AddDatabase(this WebApplicationBuilder builder)
    {
        var provider = ProviderNamed(builder.Configuration["Database:Provider"] ?? "Sqlite");
        var connectionString = builder.Configuration["Database:ConnectionString"];
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            if (provider is not SqliteProvider)
                throw new InvalidOperationException($"Database:ConnectionString is empty, and {provider.Name} needs one. The portal was not started.");
            connectionString = $"Data Source={Path.Combine(Storage.Directory(builder.Configuration, builder.Environment), "portal.db")}";
        }
        builder.Services.AddPortalDatabase(provider, connectionString);
        return (provider.Name, connectionString);
    }
}

/// <summary>The folder for what is not in the database: uploaded files. Several nodes share one.</summary>
public static class Storage
{
    /// <summary>Storage:Directory, made when missing; relative to the program's folder.</summary>
    public static string Directory(IConfiguration configuration, IHostEnvironment environment)
    {
        var directory = Path.Combine(environment.ContentRootPath, configuration["Storage:Directory"] ?? "App_Data");
        System.IO.Directory.CreateDirectory(directory);
        return directory;
    }
}
