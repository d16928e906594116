/** Events of an account and who registers. */
import type { AdobePermission } from './rooms';

export interface AdobeEvent {
	id: string;
	/** Default: the shared events folder. */
	folderId?: string;
	name: string;
	description?: string;
	urlPath: string;
	/** Room behind it. */
	roomId: string;
	/** ISO UTC. */
	begin: string;
	end: string;
	createdAt: string;
	modifiedAt?: string;
	status: 'not-cancelled' | 'cancelled';
	requireApproval: boolean;
	/** People come in with their address alone. */
	passwordBypass: boolean;
	/** Most registrants; null: no limit. */
	registrationLimit: number | null;
	/** false: not in event-list. */
	published: boolean;
	ownerId: string;
	questions: AdobeEventQuestion[];
	registrants: AdobeRegistrant[];
	/** Speakers and managers by principal id. */
	permissions?: Record<string, AdobePermission>;
	speaker?: { name: string; overview?: string };
	/** Mails of the event, as notification-list tells of them. */
	notifications?: AdobeNotification[];
}

export interface AdobeEventQuestion {
	/** Interaction id. */
	id: string;
	kind: 'choice' | 'fill-in' | 'true-false';
	description: string;
	required: boolean;
	/** Choices in order. */
	choices?: string[];
}

export interface AdobeRegistrant {
	principalId: string;
	permission: 'view' | 'pending' | 'denied';
	/** ISO UTC. */
	registeredAt: string;
	/** By interaction id. */
	answers: Record<string, string>;
	isLead?: boolean;
	campaignId?: string;
	/** Watched the recording through the event's page: the event report names that as attendance. */
	onDemand?: { begin: string; end: string };
}

export interface AdobeNotification {
	actionId: string;
	/** event-reminder, event-invite, permission-approved, … */
	templateId: string;
	/** new, completed, … */
	status: string;
	subject: string;
	/** ISO UTC. */
	scheduledAt: string;
}
