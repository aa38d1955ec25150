using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Features.People;
using BuyingGroups.Portal.Shell.Search;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>Registers what accounts and people bring beyond their handlers and pages.</summary>
public static class AddAccountsExtensions
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddScoped<ISearchSource, AccountSearch>()
        .AddScoped<ISearchSource, PersonSearch>()
        .AddSingleton<IListExport, AccountExport>()
        .AddSingleton<IListExport, PersonExport>();
}
