using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.FirstSteps;

namespace BuyingGroups.Portal.Features.FirstSteps;

/// <summary>The checklist from an empty portal to its first buying groups (mock-up 10b). In Development the demo workspace is a second way to the data.</summary>
public sealed class PortalFirstSteps(Gateway gateway, IHostEnvironment environment) : IFirstSteps
{
    public async Task<IReadOnlyList<FirstStep>> StepsAsync(CurrentUser user, CancellationToken cancellation)
    {
        var found = await gateway.AskAsync(new FindFirstSteps(), cancellation);
        if (!found.Succeeded)
            return [];
        var done = found.Value;
        var demo = environment.IsDevelopment() && user.May(Permissions.ConfigurationManage);
        return
        [
            new(FirstStep.SecureAccount, "Secure your account", "With a code from an app besides the password, a stolen password alone is worth nothing.", done.SecondStep, "/profile#second-step", Permissions.SignedIn, "Set up",
                "phonelink_lock", Minutes: 2),
            new(20, "Invite your team", "Marketers and sales each see what they need.", done.Team, "/users", Permissions.UsersManage, "Invite", "person_add"),
            new(30, "Import accounts and people", "A CSV file is enough to start. You map the columns and see a preview before anything is written.", done.People, "/imports/new",
                Permissions.AccountsManage, "Import CSV", "upload", OtherHref: demo ? "/demo" : null, OtherAction: demo ? "Load demo data" : null),
            new(40, "Describe a role template", "Which roles make up a group, and who fits each one.", done.RoleTemplate, "/buying-groups/role-templates", Permissions.RoleTemplatesManage),
            new(50, "Add a solution interest", "What you sell, tied to a role template.", done.SolutionInterest, "/buying-groups/solution-interests", Permissions.SolutionInterestsManage, After: 40),
            new(60, "Create your first buying groups", "Pick an audience. You see how many groups will be made first.", done.BuyingGroups, "/buying-groups/new", Permissions.BuyingGroupsManage, After: 50),
        ];
    }
}
