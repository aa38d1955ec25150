using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Users;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Security.SignIn;

namespace BuyingGroups.Portal.Features.Profile;

/// <summary>Makes a secret for one's authenticator app; it counts only after <see cref="ConfirmSecondStep"/>.</summary>
[Requires(Permissions.SignedIn)]
public sealed record StartSecondStep([property: NotAudited] string Password) : ICommand<SecondStepSecret>;

/// <summary>What the app needs.</summary>
public sealed record SecondStepSecret([property: NotAudited] string Secret, [property: NotAudited] string Address);

/// <summary>Switches the second step on, with a code that shows that the app works.</summary>
[Requires(Permissions.SignedIn)]
public sealed record ConfirmSecondStep([property: NotAudited] string Code) : ICommand<NewRecoveryCodes>;

/// <summary>Makes new recovery codes; the old ones stop working.</summary>
[Requires(Permissions.SignedIn)]
public sealed record ReplaceRecoveryCodes([property: NotAudited] string Password) : ICommand<NewRecoveryCodes>;

/// <summary>Shown once; each works once.</summary>
public sealed record NewRecoveryCodes([property: NotAudited] IReadOnlyList<string> Codes);

/// <summary>Switches the second step off.</summary>
[Requires(Permissions.SignedIn)]
public sealed record StopSecondStep([property: NotAudited] string Password) : ICommand<Done>;

/// <summary>The code does not fit.</summary>
public sealed record CodeWrong() : Refusal("That code does not fit. Nothing was changed; wait for the next one in the app and type it.");

/// <summary>The second step is on already.</summary>
public sealed record SecondStepIsOn() : Refusal("The second step is on already. Nothing was changed; switch it off first to use another app.");

public sealed class StartSecondStepHandler(SecondStep step, PasswordCheck check) : ICommandHandler<StartSecondStep, SecondStepSecret>
{
    public async Task<Outcome<SecondStepSecret>> HandleAsync(StartSecondStep command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await OwnUser.FindAsync(context, cancellationToken) is not { } user)
            return new NotSignedIn();
        if (user.TwoFactorEnabled)
            return new SecondStepIsOn();
        if (!check.IsPasswordOf(user, command.Password))
            return new PasswordWrong();
        var secret = await step.NewSecretAsync(context.Database, user.Id, cancellationToken);
        context.Audit("User", user.Id, user.DisplayName);
        return new SecondStepSecret(secret, TimeCode.Address(secret, user.Email ?? user.DisplayName, "BuyingGroups Portal"));
    }
}

public sealed class ConfirmSecondStepHandler(SecondStep step) : ICommandHandler<ConfirmSecondStep, NewRecoveryCodes>
{
    public async Task<Outcome<NewRecoveryCodes>> HandleAsync(ConfirmSecondStep command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await OwnUser.FindAsync(context, cancellationToken) is not { } user)
            return new NotSignedIn();
        if (user.TwoFactorEnabled)
            return new SecondStepIsOn();
        if (!await step.UseAsync(context.Database, user.Id, command.Code, cancellationToken))
            return new CodeWrong();
        context.Audit("User", user.Id, user.DisplayName, new { user.TwoFactorEnabled }, new { TwoFactorEnabled = true });
        user.TwoFactorEnabled = true;
        UserRules.Touch(user);
        return new NewRecoveryCodes(await SecondStep.NewRecoveryCodesAsync(context.Database, user.Id, cancellationToken));
    }
}

public sealed class ReplaceRecoveryCodesHandler(PasswordCheck check) : ICommandHandler<ReplaceRecoveryCodes, NewRecoveryCodes>
{
    public async Task<Outcome<NewRecoveryCodes>> HandleAsync(ReplaceRecoveryCodes command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await OwnUser.FindAsync(context, cancellationToken) is not { } user)
            return new NotSignedIn();
        if (!check.IsPasswordOf(user, command.Password))
            return new PasswordWrong();
        context.Audit("User", user.Id, user.DisplayName);
        return new NewRecoveryCodes(await SecondStep.NewRecoveryCodesAsync(context.Database, user.Id, cancellationToken));
    }
}

public sealed class StopSecondStepHandler(PasswordCheck check) : ICommandHandler<StopSecondStep, Done>
{
    public async Task<Outcome<Done>> HandleAsync(StopSecondStep command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await OwnUser.FindAsync(context, cancellationToken) is not { } user)
            return new NotSignedIn();
        if (!check.IsPasswordOf(user, command.Password))
            return new PasswordWrong();
        context.Audit("User", user.Id, user.DisplayName, new { user.TwoFactorEnabled }, new { TwoFactorEnabled = false });
        await SecondStep.ForgetAsync(context.Database, user, cancellationToken);
        UserRules.Touch(user);
        return Done.Instance;
    }
}
